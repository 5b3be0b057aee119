import { View } from '@tarojs/components';
import { useState } from 'react';
import { getPlace } from '@gongyi/shared/district/contract';
import { PlaceSheet } from '../../../district/components/place-sheet';
import { Page, open, useCompoundId, useLoad, usePageParams } from '../../../platform';
import { Bar, Button, Card, CardLink, StatusLine } from '../../../ui';
import { ExportCard } from '../../components/export-card';
import { HotlineRows } from '../../components/hotline-rows';
import { HOTLINE } from '../../hotline-copy';
import { useHotline } from '../../use-hotline';
import type { Hotline } from '../../use-hotline';
import './index.scss';

const Action = ({ hotline, possible }: { hotline: Hotline; possible: boolean }) => {
  const { sending, act, ready, sheet } = hotline;
  if (sheet !== undefined && ready.length > 0) {
    return (
      <Button wide loading={act.busy} onTap={() => void hotline.file()}>
        {`登记 ${String(ready.length)} 件`}
      </Button>
    );
  }
  return (
    <Button wide loading={sending !== undefined || act.busy} disabled={!possible} onTap={() => void hotline.pick()}>
      {sending === undefined ? HOTLINE.pick : `上传 ${String(Math.round(sending * 100))}%`}
    </Button>
  );
};

const Filed = ({ hotline }: { hotline: Hotline }) => {
  const { progress, act, ready } = hotline;
  if (progress === undefined) return null;
  if (act.busy) {
    const { done, total } = progress;
    return <Bar label="正在登记" part={done / Math.max(1, total)} numbers={`${String(done)} / ${String(total)} 件`} />;
  }
  return ready.length === 0 ? (
    <StatusLine tone="success">登记好了，办理单位已经能看到</StatusLine>
  ) : (
    <StatusLine tone="warning">{`还有 ${String(ready.length)} 件没登记，再点一次接着登记，不会重复`}</StatusLine>
  );
};

/** 12345 工单: the hotline's list in, an office's list out. */
export default function HotlinePage() {
  const { organisation, place, compound } = usePageParams();
  const own = useCompoundId();
  const [chosen, setChosen] = useState(compound);
  const compoundId = chosen ?? own;
  const [picking, setPicking] = useState(false);
  const named = useLoad(getPlace, compoundId === undefined ? undefined : { params: { placeId: compoundId } });
  const hotline = useHotline(compoundId);
  const { sheet, act, problem } = hotline;
  const root = place ?? named.value?.path[0]?.id;
  return (
    <Page title={HOTLINE.title} action={<Action hotline={hotline} possible={compoundId !== undefined} />}>
      <View className="stack">
        <CardLink onTap={() => (root === undefined ? open('district/pages/pick-compound/index') : setPicking(true))}>
          <View className="t14 quiet">{HOTLINE.compound}</View>
          <View className="t16">{named.value?.place.name ?? HOTLINE.noCompound}</View>
        </CardLink>
        {problem === undefined ? null : <StatusLine tone="danger">{problem}</StatusLine>}
        {act.words === undefined ? null : <StatusLine tone="danger">{act.words}</StatusLine>}
        <Filed hotline={hotline} />
        {sheet === undefined ? (
          <>
            <Card title={HOTLINE.introTitle}>
              <View className="t16">{HOTLINE.intro}</View>
            </Card>
            <ExportCard
              {...(organisation === undefined ? {} : { organisationId: organisation })}
              {...(place === undefined ? {} : { placeId: place })}
            />
          </>
        ) : (
          <>
            <HotlineRows rows={sheet.rows} refused={hotline.refused} />
            <Button kind="quiet" wide onTap={() => void hotline.pick()}>
              {HOTLINE.again}
            </Button>
          </>
        )}
      </View>
      {root === undefined ? null : (
        <PlaceSheet
          open={picking}
          title="选小区"
          root={{ id: root, name: '' }}
          kinds={['compound']}
          onPick={(picked) => {
            setChosen(picked.id);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Page>
  );
}
