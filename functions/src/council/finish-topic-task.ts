import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { finishTopicTask as route } from '@gongyi/shared/council/contract';
import { taskFinished } from '@gongyi/shared/council/topic-effects';
import type { Call } from '../platform/router';
import { partiesHeld } from './parties-held';
import { makeTopicMove } from './make-topic-move';
import { withTopicPhotos } from './with-topic-photos';

/** A party's task is done; the last ends the topic. */
export const finishTopicTask = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'finish-task', topicId: params.topicId, rev: body.rev }, call, (topic, _doing, seats) => {
    const parties = partiesHeld(call, topic.compoundId, seats);
    const work = { ...body, photos: [...new Set(body.photos)] };
    return withTopicPhotos(taskFinished(topic, work, parties, seats, call.now), topic.id, call);
  });
