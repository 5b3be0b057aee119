import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { progressTopic as route } from '@gongyi/shared/council/contract';
import { progressed } from '@gongyi/shared/council/topic-effects';
import type { Call } from '../platform/router';
import { partiesHeld } from './parties-held';
import { makeTopicMove } from './make-topic-move';
import { withTopicPhotos } from './with-topic-photos';

/** How far a party's task has come. */
export const progressTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'progress', topicId: params.topicId, rev: body.rev }, call, (topic, _doing, seats) => {
    const parties = partiesHeld(call, topic.compoundId, seats);
    const work = { ...body, photos: [...new Set(body.photos)] };
    return withTopicPhotos(progressed(topic, work, parties, call.now), topic.id, call);
  });
