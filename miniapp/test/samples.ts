import type { Me } from '@gongyi/shared/people/contract';
import type { RequestRow, RequestView } from '@gongyi/shared/requests/contract';
import { PRIVACY_VERSION } from '../src/platform';
import { setMe } from '../src/platform/session';
import { keepSession } from '../src/platform/session-token';

export const COMPOUND = 'jn.s01.c01.x01';
export const HOME = 'jn.s01.c01.x01.b1.e1.h101';
const HOUR = 3_600_000;

export const aMe = (part: Partial<Me> = {}): Me => ({
  personId: 'p1',
  name: '王小明',
  textSize: 'standard',
  elderMode: false,
  consents: [{ kind: 'privacy', given: true, version: PRIVACY_VERSION, at: 1 }],
  grants: [],
  homes: [{ homeId: HOME, homeName: '1号楼1单元101室', relation: 'owner', state: 'verified', since: 1 }],
  unread: 0,
  ...part,
});

/** Somebody is signed in, and has agreed to the privacy words. */
export const signInAs = (me: Me = aMe()): void => {
  keepSession({ token: 'token-of-somebody-here', renewAfter: 9e15, expiresAt: 9e15, personId: me.personId });
  setMe(me);
};

export const aRow = (part: Partial<RequestRow> = {}): RequestRow => ({
  id: 'r1',
  number: 'BX-1',
  rev: 3,
  status: 'submitted',
  category: 'lighting',
  urgency: 'general',
  title: '照明 1号楼1单元',
  words: '门灯不亮',
  placeName: '1号楼1单元',
  holderName: '安居物业',
  filedAt: Date.now() - HOUR,
  dueAt: Date.now() + 24 * HOUR,
  joined: 0,
  nudges: 0,
  ...part,
});

export const aView = (part: Partial<RequestView> = {}): RequestView => ({
  ...aRow(),
  net: 'public-service',
  wordsState: 'clear',
  answers: [],
  photos: [],
  spot: { placeId: COMPOUND, placeName: '1号楼1单元' },
  visibility: 'public',
  channel: 'app',
  contact: 'message',
  filerName: '王**',
  mine: true,
  joinedByMe: false,
  holder: { id: 'o1', kind: 'property-company', name: '安居物业', phone: '0470-1234567' },
  firstHolderId: 'o1',
  firstAnswerDueAt: Date.now() + HOUR,
  round: 1,
  timeline: [{ rev: 1, kind: 'filed', at: Date.now() - HOUR, by: '居民 王**', byRole: 'owner', photos: [], facts: {} }],
  moves: [],
  ...part,
});
