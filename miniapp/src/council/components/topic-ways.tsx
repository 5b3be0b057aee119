import { View } from '@tarojs/components';
import type { TopicView } from '@gongyi/shared/council/contract';
import type { RoleGrant } from '@gongyi/shared/people/role';
import { open, switchTab, useMe } from '../../platform';
import { Button } from '../../ui';
import { TOPIC } from '../topic-copy';

/** Who prepares a vote of the owners. */
const PREPARES: readonly RoleGrant['role'][] = [
  'owners-committee-director',
  'owners-committee-member',
  'community-secretary',
  'community-worker',
];

/** Where else the topic is told of: its session, its notice, what it was merged into, where it was sent. */
export const TopicWays = ({ view }: { view: TopicView }) => {
  const { session, notice, mergedInto } = view;
  const me = useMe();
  const prepares = me?.grants.some(({ role }) => PREPARES.includes(role)) ?? false;
  const toRequests = view.redirectedTo === 'request';
  const redirectedToVote = view.redirectedTo === 'vote';
  const toVotes = redirectedToVote && view.votes.length === 0;
  if (session === undefined && notice === undefined && mergedInto === undefined && !toRequests && !redirectedToVote)
    return null;
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
      {toVotes ? (
        <Button kind="secondary" onTap={() => open('votes/pages/votes/index', { topic: view.id })}>
          {TOPIC.toVotes}
        </Button>
      ) : null}
      {redirectedToVote && prepares ? (
        <Button
          kind="secondary"
          onTap={() =>
            open('votes/pages/desk-draft/index', {
              topicId: view.id,
              compound: view.compoundId,
              title: view.title,
              kind: view.matter,
            })
          }
        >
          {TOPIC.prepareVote}
        </Button>
      ) : null}
    </View>
  );
};
