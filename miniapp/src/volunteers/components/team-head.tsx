import { View } from '@tarojs/components';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { SKILL_NAMES } from '@gongyi/shared/volunteers/kinds';
import { Card, Chip, StatusLine } from '../../ui';
import { TEAM } from '../copy';
import { Line } from './line';
import { WordsState } from './words-state';

/** What a team does, for whom, who leads it, and what it came to this year. */
export const TeamHead = ({ team }: { team: TeamView }) => (
  <Card title={team.name} aside={<Chip tone="brand">{team.kind.name}</Chip>}>
    <View className="stack">
      {team.status === 'ended' ? <StatusLine>{TEAM.ended}</StatusLine> : null}
      <WordsState state={team.wordsState} />
      {team.words === undefined ? null : <View className="t16">{team.words}</View>}
      <Line label={TEAM.leaders}>
        {team.leaders.map(({ name, party }) => (party ? `${name}（${TEAM.party}）` : name)).join('、') || '暂无'}
      </Line>
      <Line label={TEAM.serves}>{[team.communityName, ...team.serves.map(({ name }) => name)].join('、')}</Line>
      <Line label={TEAM.year}>
        {`${hoursWords(team.year.served)}${team.year.byHand > 0 ? TEAM.byHand(hoursWords(team.year.byHand)) : ''} · ${TEAM.members(team.members)}`}
      </Line>
      {team.skills.length === 0 ? null : (
        <Line label={TEAM.skills}>{team.skills.map((skill) => SKILL_NAMES[skill]).join('、')}</Line>
      )}
    </View>
  </Card>
);
