import { noticeEnd } from '@gongyi/shared/council/council-rules';
import type { publishNotice as route } from '@gongyi/shared/council/contract';
import { published } from '@gongyi/shared/council/notice-effects';
import { published as topicPublished } from '@gongyi/shared/council/topic-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { stepsAfter } from './record-store';
import { agreedItems, withTopics } from './session-topics';
import { isNoticeChecked } from './session-words';

/**
 * Puts what was agreed on public notice, the topics with it. The days of a notice count only while its words can be
 * read, so it waits until they are checked.
 */
export const publishNotice = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'publish', sessionId: params.sessionId, rev: body.rev }, call, async (session, doing) => {
    const agreed = agreedItems(session);
    if (agreed.length === 0) return refuse('not-agreed', { objecting: '' });
    if (!isNoticeChecked(session, await stepsAfter('session', session.id))) return refuse('content-unchecked');
    const endsAt = noticeEnd(session.rules.rules, call.now);
    return withTopics(
      published(session, call.now),
      agreed.map(({ topicId }) => topicId),
      (topic) => topicPublished(topic, endsAt, call.now),
      doing,
    );
  });
