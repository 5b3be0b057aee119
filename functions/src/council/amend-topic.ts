import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import type { amendTopic as route } from '@gongyi/shared/council/contract';
import { amended } from '@gongyi/shared/council/topic-effects';
import type { Call } from '../platform/router';
import { makeTopicMove } from './make-topic-move';
import { withTopicPhotos } from './with-topic-photos';

/** Its proposer writes it anew; photos it showed before stay without being asked for again. */
export const amendTopic = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeTopicMove({ verb: 'amend', topicId: params.topicId, rev: body.rev }, call, (topic) =>
    withTopicPhotos(
      amended(topic, { ...body, photos: [...new Set(body.photos)] }, call.now),
      topic.id,
      call,
      topic.photos,
    ),
  );
