import { View } from '@tarojs/components';
import { useState } from 'react';
import { listSeries, stopSeries } from '@gongyi/shared/volunteers/contract-shifts';
import type { SeriesView } from '@gongyi/shared/volunteers/contract-view';
import { useAct, useLoad } from '../../platform';
import { Button, Card, Confirm, say } from '../../ui';
import { PLAN } from '../copy';

const two = (value: number): string => String(value).padStart(2, '0');
const timeWords = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
const ruleWords = ({ rule, slots }: SeriesView): string => {
  const every = PLAN.everyWeek[rule.everyWeeks - 1] ?? '';
  const days = rule.weekdays.map((day) => PLAN.weekdayNames[day]).join('、');
  const times = slots.map(({ begins, minutes }) => `${timeWords(begins)}–${timeWords(begins + minutes)}`).join('、');
  return `${every} ${days} ${times}，到 ${rule.until}`;
};

/** Shifts that recur, and an end to them. */
export const SeriesList = ({ teamId }: { teamId: string }) => {
  const load = useLoad(listSeries, { params: { teamId } });
  const act = useAct(() => void load.reload());
  const [stopping, setStopping] = useState<SeriesView>();
  const rows = load.value?.items ?? [];
  if (rows.length === 0) return null;
  const stop = async (series: SeriesView) => {
    const params = { teamId, seriesId: series.id };
    if ((await act.run(stopSeries, { params, body: { rev: series.rev } })) === undefined) return;
    say(PLAN.seriesStopped);
    setStopping(undefined);
    await load.reload();
  };
  return (
    <Card title={PLAN.series}>
      <View className="stack">
        {rows.map((series) => (
          <View key={series.id} className="row wrap">
            <View className="grow">
              <View className="t16">{series.title}</View>
              <View className="t14 quiet figure">{`${ruleWords(series)} · ${PLAN.upcoming(series.upcoming)}`}</View>
            </View>
            {series.status === 'running' ? (
              <Button kind="quiet" label={`${PLAN.seriesStop} ${series.title}`} onTap={() => setStopping(series)}>
                {PLAN.seriesStop}
              </Button>
            ) : (
              <View className="t14 quiet">{PLAN.seriesOver}</View>
            )}
          </View>
        ))}
      </View>
      {stopping === undefined ? null : (
        <Confirm
          open
          title={PLAN.seriesStopTitle}
          lines={[...PLAN.seriesStopLines, ...(act.words === undefined ? [] : [act.words])]}
          verb={PLAN.seriesStop}
          danger
          busy={act.busy}
          onConfirm={() => void stop(stopping)}
          onClose={() => setStopping(undefined)}
        />
      )}
    </Card>
  );
};
