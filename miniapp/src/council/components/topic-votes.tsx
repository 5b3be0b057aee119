import { View } from '@tarojs/components';
import type { TopicView } from '@gongyi/shared/council/contract';
import { open } from '../../platform';
import { CardLink, Chip } from '../../ui';
import { VOTE_STATUS } from '../../votes/copy';
import { TOPIC } from '../topic-copy';

/** 转为业主表决: what became of the topic after the council, and how it stands. */
export const TopicVotes = ({ votes }: Pick<TopicView, 'votes'>) =>
  votes.map(({ id, number, title, status, legalForce }) => (
    <CardLink key={id} onTap={() => open('votes/pages/vote/index', { id })}>
      <View className="t16">{TOPIC.becameVote(title)}</View>
      <View className="row wrap">
        <Chip tone={VOTE_STATUS[status].tone}>{VOTE_STATUS[status].words}</Chip>
        <View className="t14 quiet figure">{TOPIC.voteNumber(number, legalForce)}</View>
      </View>
    </CardLink>
  ));
