import { View } from '@tarojs/components';
import { useState } from 'react';
import { isoDate } from '@gongyi/shared/kernel/time';
import { getMyHours, getMyPoints } from '@gongyi/shared/volunteers/contract-hours';
import type { HoursRow, MyHours } from '@gongyi/shared/volunteers/contract-view';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import {
  LoadState,
  Page,
  requireSignIn,
  serverNow,
  switchTab,
  useLoad,
  usePullToRefresh,
  useServerNow,
  useSignedIn,
} from '../../../platform';
import { Bar, Button, Card, EmptyState, SegmentedTabs } from '../../../ui';
import { Certificates } from '../../components/certificates';
import { HoursLine } from '../../components/hours-line';
import { Line } from '../../components/line';
import { Months } from '../../components/months';
import { COMMON, HOURS } from '../../copy';

/** Minutes by kind of team, most first; each row already stands with its corrections. */
const byKind = (rows: readonly HoursRow[]): readonly (readonly [string, number])[] => {
  const kinds = new Map<string, number>();
  for (const { kind, kindName, standing } of rows)
    if (kind !== 'correction') kinds.set(kindName, (kinds.get(kindName) ?? 0) + standing);
  return [...kinds].sort((a, b) => b[1] - a[1]);
};

const Total = ({ hours }: { hours: MyHours }) => (
  <Card title={HOURS.total}>
    <View className="stack">
      <View className="t28 figure">{hoursWords(hours.sum.served + hours.sum.byHand)}</View>
      <Line label={HOURS.served}>{`${hoursWords(hours.sum.served)} · ${HOURS.times(hours.sum.times)}`}</Line>
      {hours.sum.byHand === 0 ? null : <Line label={HOURS.byHand}>{hoursWords(hours.sum.byHand)}</Line>}
      {hours.lateCancels === 0 ? null : <View className="t14 quiet">{HOURS.lateCancels(hours.lateCancels)}</View>}
    </View>
  </Card>
);

const Points = () => {
  const points = useLoad(getMyPoints, {});
  const rows = points.value?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title={HOURS.points}>
      {rows.map(({ communityId, communityName, balance }) => (
        <View key={communityId} className="t16 figure">
          {HOURS.pointsOf(communityName, balance)}
        </View>
      ))}
      <View className="t14 quiet">{HOURS.pointsHint}</View>
    </Card>
  );
};

const OfYear = ({ hours, year, onYear }: { hours: MyHours; year: number; onYear: (year: number) => void }) => {
  const now = useServerNow();
  const shown = hours.years.find((each) => each.year === year);
  const kinds = byKind(hours.items);
  const most = Math.max(1, ...kinds.map(([, minutes]) => minutes));
  const byHand = hours.items.filter(({ kind }) => kind === 'by-hand');
  const rest = hours.items.filter(({ kind }) => kind !== 'by-hand');
  return (
    <>
      {hours.years.length < 2 ? null : (
        <SegmentedTabs
          label={HOURS.years}
          tabs={hours.years.slice(0, 4).map((each) => ({ value: String(each.year), words: String(each.year) }))}
          value={String(year)}
          onChange={(value) => onYear(Number(value))}
        />
      )}
      {shown === undefined ? (
        <EmptyState
          words={HOURS.none}
          action={
            <Button kind="secondary" onTap={() => switchTab('volunteers')}>
              {HOURS.find}
            </Button>
          }
        />
      ) : (
        <>
          <Card title={`${HOURS.year(year)} · ${hoursWords(shown.sum.served + shown.sum.byHand)}`}>
            <View className="stack">
              <Months months={shown.months} />
              {kinds.map(([kind, minutes]) => (
                <Bar key={kind} label={kind} part={minutes / most} numbers={hoursWords(minutes)} />
              ))}
            </View>
          </Card>
          {rest.length === 0 ? null : (
            <Card title={HOURS.list}>
              {rest.map((row) => (
                <HoursLine key={row.id} row={row} now={now} />
              ))}
            </Card>
          )}
          {byHand.length === 0 ? null : (
            <Card title={HOURS.byHand}>
              {byHand.map((row) => (
                <HoursLine key={row.id} row={row} now={now} />
              ))}
            </Card>
          )}
        </>
      )}
    </>
  );
};

const Own = () => {
  const [year, setYear] = useState(() => Number(isoDate(serverNow()).slice(0, 4)));
  const [making, setMaking] = useState(false);
  const load = useLoad(getMyHours, { query: { year } });
  usePullToRefresh(load.reload);
  return (
    <Page
      title={HOURS.title}
      action={
        <Button wide onTap={() => setMaking(true)}>
          {HOURS.certificate}
        </Button>
      }
    >
      <View className="stack">
        {load.value === undefined ? (
          <LoadState load={load} />
        ) : (
          <>
            <Total hours={load.value} />
            <Certificates making={making} onClose={() => setMaking(false)} />
            <OfYear hours={load.value} year={year} onYear={setYear} />
            <Points />
          </>
        )}
      </View>
    </Page>
  );
};

/** 时长与证明: every entry of my record by year, by kind, what was added by hand apart; and certificates. */
export default function HoursPage() {
  const signedIn = useSignedIn();
  if (signedIn) return <Own />;
  return (
    <Page title={HOURS.title}>
      <EmptyState words={HOURS.signIn} action={<Button onTap={() => void requireSignIn()}>{COMMON.signIn}</Button>} />
    </Page>
  );
}
