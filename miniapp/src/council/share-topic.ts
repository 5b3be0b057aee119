import type { TopicView } from '@gongyi/shared/council/contract-view';
import { TOPIC } from './topic-copy';
import { TOPIC_STATUS } from './topic-status';

/** What is read where a topic is forwarded: the compound, what it is, how it stands; nobody's name, nothing unchecked. */
export const topicShareCard = (
  view: Pick<TopicView, 'id' | 'compoundName' | 'title' | 'status' | 'wordsState'>,
): { readonly title: string; readonly path: string } | undefined =>
  view.wordsState === 'clear'
    ? {
        title: TOPIC.share(view.compoundName, view.title, TOPIC_STATUS[view.status].words),
        path: `council/pages/topic/index?id=${view.id}`,
      }
    : undefined;
