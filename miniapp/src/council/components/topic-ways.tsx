import { View } from '@tarojs/components';
import type { TopicView } from '@gongyi/shared/council/contract';
import { open, switchTab } from '../../platform';
import { Button } from '../../ui';
import { TOPIC } from '../topic-copy';

/** Where else the topic is told of: its session, its notice, what it was merged into, where it was sent. */
export const TopicWays = ({ view }: { view: TopicView }) => {
  const { session, notice, mergedInto } = view;
  const toRequests = view.redirectedTo === 'request';
  if (session === undefined && notice === undefined && mergedInto === undefined && !toRequests) return null;
  return (
    <View className="row wrap">
      {session === undefined ? null : (
        <Button kind="secondary" onTap={() => open('council/pages/session/index', { id: session.id })}>
          {TOPIC.toSession}
        </Button>
      )}
      {session === undefined || notice === undefined ? null : (
        <Button kind="secondary" onTap={() => open('council/pages/notice/index', { id: session.id })}>
          {TOPIC.toNotice}
        </Button>
      )}
      {mergedInto === undefined ? null : (
        <Button kind="secondary" onTap={() => open('council/pages/topic/index', { id: mergedInto })}>
          {TOPIC.mergedInto}
        </Button>
      )}
      {toRequests ? (
        <Button kind="secondary" onTap={() => switchTab('requests')}>
          {TOPIC.toRequests}
        </Button>
      ) : null}
    </View>
  );
};
