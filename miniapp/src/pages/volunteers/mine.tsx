import { View } from '@tarojs/components';
import { HOUR, isoDate } from '@gongyi/shared/kernel/time';
import { checkInOpens } from '@gongyi/shared/volunteers/attendance-rules';
import { getMyHours } from '@gongyi/shared/volunteers/contract-hours';
import { listMySignUps } from '@gongyi/shared/volunteers/contract-sign-ups';
import type { MySignUp } from '@gongyi/shared/volunteers/contract-view';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { open, useLoad, useServerNow } from '../../platform';
import { Button, Card, Chip, spanWords } from '../../ui';
import { signUpSaid } from '../../volunteers/rows';
import { VOLUNTEERS } from './copy';
import '../../volunteers/components/rows.scss';

const verbFor = (next: MySignUp, now: number): string => {
  if (next.state === 'offered') return VOLUNTEERS.answer;
  if (next.state === 'here') return VOLUNTEERS.checkOut;
  return next.state === 'placed' && now >= checkInOpens(next) && now < next.endsAt
    ? VOLUNTEERS.checkIn
    : VOLUNTEERS.look;
};

/** What comes next, or waits for an answer. */
const Next = ({ next, now }: { next: MySignUp; now: number }) => {
  const said = signUpSaid(next.state, next.wentAt !== undefined);
  return (
    <View className="row wrap">
      <View className="grow volunteer-next">
        <View className="t20 figure">{spanWords(next.startsAt, next.endsAt, now)}</View>
        <View className="t16">{next.title}</View>
        <View className="row wrap">
          <Chip tone={said.tone}>{said.words}</Chip>
          <View className="t14 quiet">{next.placeName}</View>
        </View>
      </View>
      <Button
        kind={verbFor(next, now) === VOLUNTEERS.look ? 'secondary' : 'primary'}
        onTap={() => open('volunteers/pages/shift/index', { id: next.shiftId })}
      >
        {verbFor(next, now)}
      </Button>
    </View>
  );
};

const nextOf = (rows: readonly MySignUp[], now: number): MySignUp | undefined =>
  rows.find(({ state }) => state === 'offered') ??
  rows.find(
    ({ state, startsAt, endsAt, wentAt }) =>
      (['placed', 'here'].includes(state) && wentAt === undefined && now < endsAt + HOUR) ||
      (state === 'waiting' && now < startsAt),
  );

/** 我的志愿: my next shift, this year's hours, and the ways to everything of mine. */
export const Mine = () => {
  const now = useServerNow();
  const coming = useLoad(listMySignUps, { query: { limit: 5 } });
  const year = Number(isoDate(now).slice(0, 4));
  const hours = useLoad(getMyHours, { query: { year } });
  const next = nextOf(coming.value?.items ?? [], now);
  const sum = hours.value?.years.find((each) => each.year === year)?.sum;
  const total = (sum?.served ?? 0) + (sum?.byHand ?? 0);
  return (
    <Card title={VOLUNTEERS.mine}>
      <View className="stack">
        {next === undefined ? (
          <View className="t16 quiet">{coming.value === undefined ? '…' : VOLUNTEERS.noneComing}</View>
        ) : (
          <Next next={next} now={now} />
        )}
        {total === 0 ? null : (
          <View className="t16 figure">
            {`${VOLUNTEERS.thisYear} ${hoursWords(total)} · ${VOLUNTEERS.times(sum?.times ?? 0)}`}
          </View>
        )}
        <View className="row wrap links">
          <Button kind="quiet" onTap={() => open('volunteers/pages/hours/index')}>
            {VOLUNTEERS.hours}
          </Button>
          <Button kind="quiet" onTap={() => open('volunteers/pages/sign-ups/index')}>
            {VOLUNTEERS.signUps}
          </Button>
          <Button kind="quiet" onTap={() => open('volunteers/pages/profile/index')}>
            {VOLUNTEERS.profile}
          </Button>
        </View>
      </View>
    </Card>
  );
};
