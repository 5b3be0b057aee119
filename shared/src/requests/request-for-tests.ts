import type { Request } from './request';
import { firstAnswerDue, resolveDue } from './request-rules';
import { derivedOf } from './stored-request';

/** A request as filed at `filedAt`, for tests. */
export const newRequest = (filedAt: number, changes: Partial<Request> = {}): Request => {
  const spot = { placeId: 'jn.s1.c1.x1.b1', placeName: '阳光小区 1号楼', ...changes.spot };
  const category = changes.category ?? 'lighting';
  return {
    ...derivedOf('k7qm0000000000000000000000', { spot, category, filedAt }),
    rev: 1,
    status: 'submitted',
    category,
    urgency: 'general',
    words: '灯不亮',
    wordsCheck: 'clear',
    answers: {},
    photos: [],
    visibility: 'public',
    anonymous: false,
    channel: 'app',
    contact: 'message',
    called12345: false,
    filerId: 'filer',
    filerName: '1号楼 王**',
    holderId: 'property',
    holderName: '和谐物业',
    firstHolderId: 'property',
    passedBy: [],
    filedAt,
    firstAnswerDueAt: firstAnswerDue('general', filedAt),
    dueAt: resolveDue('general', filedAt),
    answerableIds: ['property'],
    joined: 0,
    nudges: 0,
    round: 1,
    ...changes,
    spot,
  };
};
