import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { secondTopic as route } from '@gongyi/shared/council/contract';
import { seconded } from '@gongyi/shared/council/topic-effects';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { followWrite, ownSecond, secondWrite } from './part-store';
import { isOwn } from './topic-subject';

/** 附议, once a person, in the version they saw; who seconds hears of every later step. */
export const secondTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'second', topicId: params.topicId, rev: body.rev }, call, async (topic, _, seats) => {
    const { personId } = call.who;
    const effect = seconded(topic, isOwn(topic, seats, call.who, call.now), call.now);
    if (isRefusal(effect)) return effect;
    if ((await ownSecond(topic, personId)) !== undefined) return refuse('already-seconded');
    const also = [secondWrite(topic.id, personId, topic.version, call.now), followWrite(topic.id, personId, call.now)];
    return { ...effect, also };
  });
