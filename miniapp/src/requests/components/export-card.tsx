import { View } from '@tarojs/components';
import { useState } from 'react';
import { placeKind } from '@gongyi/shared/district/place';
import { DAY, isoDate } from '@gongyi/shared/kernel/time';
import { exportOfCommunity, exportOfOrganisation } from '@gongyi/shared/requests/contract';
import { openSheet, serverNow, useAct } from '../../platform';
import { Button, Card, DayField, StatusLine, say } from '../../ui';
import { HOTLINE } from '../hotline-copy';

/** The list of an organisation, or of a community, over some days. */
export const ExportCard = ({ organisationId, placeId }: { organisationId?: string; placeId?: string }) => {
  const act = useAct();
  const [from, setFrom] = useState(() => isoDate(serverNow() - 30 * DAY));
  const [until, setUntil] = useState(() => isoDate(serverNow()));
  const body = { from, until };
  const ask = () => {
    if (organisationId !== undefined) return act.run(exportOfOrganisation, { params: { organisationId }, body });
    return act.run(exportOfCommunity, { params: { communityId: placeId ?? '' }, body });
  };
  const go = async () => {
    const made = await ask();
    if (made === undefined) return;
    if (made.rows === 0) say(HOTLINE.outEmpty);
    else say((await openSheet(made.url)) ? `已导出 ${String(made.rows)} 件` : HOTLINE.outFailed);
  };
  if (organisationId === undefined && (placeId === undefined || placeKind(placeId) !== 'community')) return null;
  return (
    <Card title={HOTLINE.outTitle}>
      <View className="stack">
        <View className="t14 quiet">{HOTLINE.outHint}</View>
        <View className="row">
          <View className="grow">
            <DayField label={HOTLINE.from} value={from} onChange={setFrom} />
          </View>
          <View className="grow">
            <DayField label={HOTLINE.until} value={until} onChange={setUntil} />
          </View>
        </View>
        {until < from ? <StatusLine tone="warning">“到哪天”要在“从哪天”之后</StatusLine> : null}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        <Button kind="secondary" wide loading={act.busy} disabled={until < from} onTap={() => void go()}>
          {HOTLINE.out}
        </Button>
      </View>
    </Card>
  );
};
