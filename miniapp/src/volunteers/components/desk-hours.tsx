import { View } from '@tarojs/components';
import { useState } from 'react';
import { DAY, isoDate } from '@gongyi/shared/kernel/time';
import { exportHours, getVolunteerFigures } from '@gongyi/shared/volunteers/contract-hours';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { openSheet, serverNow, useAct, useLoad } from '../../platform';
import { Bar, Button, Card, DayField, StatusLine, say } from '../../ui';
import { DESK } from '../copy';

/** Hours of the year by kind of team. */
export const DeskFigures = ({ placeId }: { placeId: string }) => {
  const year = isoDate(serverNow()).slice(0, 4);
  const load = useLoad(getVolunteerFigures, { params: { placeId }, query: { year } });
  const figures = load.value;
  if (figures === undefined) return null;
  const minutes = ({ served, byHand }: { served: number; byHand: number }): number => served + byHand;
  const most = Math.max(1, ...figures.kinds.map(({ sum }) => minutes(sum)));
  return (
    <Card title={DESK.figures}>
      <View className="stack">
        <View className="t28 figure">{hoursWords(minutes(figures.sum))}</View>
        {figures.kinds.map(({ kind, sum }) => (
          <Bar key={kind.id} label={kind.name} part={minutes(sum) / most} numbers={hoursWords(minutes(sum))} />
        ))}
      </View>
    </Card>
  );
};

/** A sheet of hours for 中国志愿服务网, of those who allowed it. */
export const DeskExport = ({ placeId }: { placeId: string }) => {
  const act = useAct();
  const [from, setFrom] = useState(() => isoDate(serverNow() - 90 * DAY));
  const [until, setUntil] = useState(() => isoDate(serverNow()));
  const go = async () => {
    const made = await act.run(exportHours, { params: { placeId }, body: { from, until } });
    if (made === undefined) return;
    if (made.rows === 0) say(DESK.exportNone);
    else say((await openSheet(made.url)) ? DESK.exportDone(made.rows, made.leftOut) : DESK.exportFailed);
  };
  return (
    <Card title={DESK.export}>
      <View className="stack">
        <View className="t14 quiet">{DESK.exportHint}</View>
        <View className="row wrap">
          <View className="grow">
            <DayField label="从哪天" value={from} onChange={setFrom} />
          </View>
          <View className="grow">
            <DayField label="到哪天" value={until} onChange={setUntil} />
          </View>
        </View>
        {until < from ? <StatusLine tone="warning">“到哪天”要在“从哪天”之后</StatusLine> : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        <Button kind="secondary" wide loading={act.busy} disabled={until < from} onTap={() => void go()}>
          {DESK.exportDo}
        </Button>
      </View>
    </Card>
  );
};
