import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { rateTopic as route } from '@gongyi/shared/council/contract';
import { rated } from '@gongyi/shared/council/topic-effects';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { hasRated, ratingWrite } from './part-store';

/** How residents find what was carried out, once a person. */
export const rateTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'rate', topicId: params.topicId, rev: body.rev }, call, async (topic) => {
    const { personId } = call.who;
    const effect = rated(topic, body.rating, body.words, call.now);
    if (isRefusal(effect)) return effect;
    if (await hasRated(topic.id, personId)) return refuse('already-rated');
    return { ...effect, also: [ratingWrite(topic.id, personId, body.rating, call.now)] };
  });
