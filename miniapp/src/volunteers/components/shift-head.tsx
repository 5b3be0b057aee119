import { View } from '@tarojs/components';
import type { ShiftView } from '@gongyi/shared/volunteers/contract-view';
import { canShowMap, open, showOnMap, useServerNow } from '../../platform';
import { Bar, Button, Card, Chip, StatusLine, clockWords, spanWords } from '../../ui';
import { COMMON, SHIFT } from '../copy';
import { filledWords, shiftSaid } from '../rows';
import { Line } from './line';
import { WordsState } from './words-state';

const Place = ({ view }: { view: ShiftView }) => {
  const { point } = view;
  const name = [view.placeName, view.spot ?? ''].join(' ').trim();
  return (
    <View className="row wrap">
      <View className="grow">
        <Line label={SHIFT.where}>{name}</Line>
      </View>
      {point === undefined || !canShowMap ? null : (
        <Button kind="quiet" onTap={() => showOnMap(point, name)}>
          {COMMON.map}
        </Button>
      )}
    </View>
  );
};

/** When, where, what to bring, how many are missing, until when one may sign up and give up. */
export const ShiftHead = ({ view }: { view: ShiftView }) => {
  const now = useServerNow();
  const said = shiftSaid(view, now);
  return (
    <Card title={view.title} aside={<Chip tone={said.tone}>{said.words}</Chip>}>
      <View className="stack">
        {view.cancelledReason === undefined ? null : (
          <StatusLine tone="danger">{`${SHIFT.cancelledShift}${view.cancelledReason}`}</StatusLine>
        )}
        <WordsState state={view.wordsState} />
        <View className="t28 figure">{spanWords(view.startsAt, view.endsAt, now)}</View>
        <Bar
          label={view.kind.name}
          part={view.fill.places === 0 ? 0 : view.fill.held / view.fill.places}
          numbers={filledWords(view.fill)}
          tone={view.missing === 0 ? 'success' : 'brand'}
        />
        <Place view={view} />
        {view.meeting === undefined ? null : <Line label={SHIFT.meeting}>{view.meeting}</Line>}
        {view.bring === undefined ? null : <Line label={SHIFT.bring}>{view.bring}</Line>}
        {view.words === undefined ? null : <View className="t16">{view.words}</View>}
        <View className="row wrap">
          <View className="grow">
            <Line label={SHIFT.team}>{view.teamName}</Line>
          </View>
          <Button kind="quiet" onTap={() => open('volunteers/pages/team/index', { id: view.teamId })}>
            看队伍
          </Button>
        </View>
        {view.status === 'open' && now < view.startsAt ? (
          <View className="t14 quiet figure">
            {[
              SHIFT.signUpWindow(clockWords(view.closesAt, now)),
              SHIFT.cancelLimit(clockWords(view.cancelUntil, now)),
            ].join('；')}
          </View>
        ) : null}
      </View>
    </Card>
  );
};
