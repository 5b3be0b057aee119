import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { commentTopic as route } from '@gongyi/shared/council/contract';
import { commented } from '@gongyi/shared/council/topic-effects';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { followWrite } from './part-store';

/** On one topic: the record holds them all. */
const MOST_AN_HOUR = 30;

/** Says something about it; who does hears of every later step. */
export const commentTopic = async ({ params, body }: RouteInput<typeof route>, call: Call) => {
  const { who, now } = call;
  const spent = await spendAttempt(who.personId, `comment.${params.topicId}`, MOST_AN_HOUR, HOUR, now, tryOf(call));
  if (spent) return spent;
  return makeTopicMove({ verb: 'comment', topicId: params.topicId, rev: body.rev }, call, (topic) => {
    const effect = commented(topic, body.words, now);
    return isRefusal(effect) ? effect : { ...effect, also: [followWrite(topic.id, who.personId, now)] };
  });
};
