import { View } from '@tarojs/components';
import type { BallotsState } from '@gongyi/shared/votes/contract-ballots';
import { Bar, Card, StatusLine, clockWords } from '../../ui';
import { VOTE } from '../copy';
import { areaWords, permilleWords } from '../figures';

const TWO_THIRDS = 2 / 3;

const Progress = ({ state }: { state: BallotsState }) => {
  const { progress, counting } = state;
  if (counting !== undefined)
    return (
      <StatusLine>
        <View className="figure">{VOTE.counting(counting.confirmed, counting.papers)}</View>
        <View className="t14 figure">{VOTE.countingSigned(counting.signed, counting.scrutineers)}</View>
      </StatusLine>
    );
  if (progress === undefined) return null;
  return (
    <StatusLine tone={progress.stalled ? 'warning' : 'plain'}>
      <View className="figure">{VOTE[progress.work](progress.done, progress.total)}</View>
      {progress.stalled ? <View className="t14">{VOTE.stalled}</View> : null}
    </StatusLine>
  );
};

const Measures = ({ state }: { state: BallotsState }) => {
  const { turnout, electorate, reached } = state;
  if (turnout === undefined || electorate === undefined) return null;
  const { tookPart, areaPermille, headsPermille } = turnout;
  const mark = (it: boolean | undefined): string => (it === true ? VOTE.reached : VOTE.notReached);
  return (
    <>
      <View>
        <Bar
          label={`${VOTE.turnoutArea} ${permilleWords(areaPermille)}`}
          part={areaPermille / 1000}
          numbers={`${areaWords(tookPart.area)} / ${areaWords(electorate.area)}`}
          line={TWO_THIRDS}
        />
        <View className="t14 quiet">{mark(reached?.area)}</View>
      </View>
      <View>
        <Bar
          label={`${VOTE.turnoutHeads} ${permilleWords(headsPermille)}`}
          part={headsPermille / 1000}
          numbers={`${String(tookPart.heads)} / ${String(electorate.heads)} 人`}
          line={TWO_THIRDS}
        />
        <View className="t14 quiet">{mark(reached?.heads)}</View>
      </View>
      <View className="t14 quiet">{VOTE.turnoutLine}</View>
    </>
  );
};

/** How many take part, on both measures: public, in coarse steps while it runs. Never how they choose. */
export const TurnoutCard = ({ state, now }: { state: BallotsState; now: number }) => {
  const over = state.status === 'published';
  const { turnout } = state;
  return (
    <Card title={over ? VOTE.turnoutFinal : VOTE.turnout}>
      <View className="stack">
        <Progress state={state} />
        <Measures state={state} />
        {over ? null : (
          <View className="t14 quiet figure">
            {turnout === undefined ? VOTE.turnoutNone : VOTE.turnoutWhen(clockWords(turnout.at, now))}
          </View>
        )}
        {over ? null : <View className="t16">{VOTE.sealedUntil}</View>}
      </View>
    </Card>
  );
};
