import { View } from '@tarojs/components';
import { useState } from 'react';
import { listCodes, makeCode } from '@gongyi/shared/district/contract';
import type { CODE_KINDS, PrintedCode } from '@gongyi/shared/district/contract';
import { canPrint, Page, printPage, useAct, useCompoundId, useLoad } from '../../../platform';
import { Button, Card, CardLink, Choice, EmptyState, ErrorState, Skeleton, StatusLine, TextField } from '../../../ui';
import { QrCode } from '../../../ui/qr-code';
import { PlaceSheet } from '../../components/place-sheet';
import type { PickedPlace } from '../../components/place-sheet';
import './index.scss';

type Kind = (typeof CODE_KINDS)[number];
const KIND: Record<Kind, string> = { entrance: '单元码', lift: '电梯码', facility: '设施码' };
const KINDS: readonly Kind[] = ['entrance', 'lift', 'facility'];

const CodeCard = ({ code }: { code: PrintedCode }) => (
  <View className="code-card" role="listitem">
    <View className="t20">扫码报修</View>
    <View className="code-qr">
      <QrCode words={code.url} size={160} label={`${code.label} 的报修码`} />
    </View>
    <View className="t16">{code.label}</View>
    <View className="t14 quiet">{KIND[code.kind]} · 微信扫一扫，地点自动填好</View>
  </View>
);

const NewCode = ({ compoundId, onMade }: { compoundId: string; onMade: () => void }) => {
  const act = useAct();
  const [kind, setKind] = useState<Kind>('entrance');
  const [place, setPlace] = useState<PickedPlace>();
  const [label, setLabel] = useState<string>();
  const [picking, setPicking] = useState(false);
  const [asked, setAsked] = useState(false);
  const words = label ?? (place === undefined ? '' : place.name);
  const make = async () => {
    setAsked(true);
    if (words.trim() === '') return;
    const made = await act.run(makeCode, {
      body: { kind, placeId: place?.id ?? compoundId, label: words.slice(0, 40) },
    });
    if (made === undefined) return;
    setLabel(undefined);
    setPlace(undefined);
    setAsked(false);
    onMade();
  };
  return (
    <Card title="做一个新码">
      <View className="stack">
        <Choice
          label="贴在哪儿"
          options={KINDS.map((value) => ({ value, words: KIND[value] }))}
          value={kind}
          onChange={setKind}
        />
        <CardLink onTap={() => setPicking(true)}>
          <View className="t16">{place?.name ?? '选楼和单元（设施可不选）'}</View>
        </CardLink>
        <TextField
          label="码上印的字"
          value={words}
          maxLength={40}
          error={asked && words.trim() === '' ? '请填地点，例如：3号楼 2单元 电梯' : undefined}
          onChange={setLabel}
        />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        <Button kind="secondary" wide loading={act.busy} onTap={() => void make()}>
          做这个码
        </Button>
      </View>
      <PlaceSheet
        open={picking}
        title="选楼和单元"
        root={{ id: compoundId, name: '' }}
        kinds={['building', 'entrance']}
        onPick={(picked) => {
          setPlace(picked);
          setPicking(false);
        }}
        onClose={() => setPicking(false)}
      />
    </Card>
  );
};

/** 打印报修码: codes for entrances, lifts and facilities, an A4 sheet at a time. */
export default function CodesPage() {
  const compoundId = useCompoundId();
  const load = useLoad(listCodes, compoundId === undefined ? undefined : { params: { compoundId } });
  const items = load.value?.items ?? [];
  return (
    <Page
      title="打印报修码"
      action={
        canPrint && items.length > 0 ? (
          <Button wide onTap={printPage}>
            {`打印 ${String(items.length)} 个码`}
          </Button>
        ) : undefined
      }
    >
      <View className="stack">
        <View className="codes-tools stack">
          {compoundId === undefined ? (
            <EmptyState words="先在首页选小区" />
          ) : (
            <NewCode compoundId={compoundId} onMade={() => void load.reload()} />
          )}
          {canPrint ? null : <StatusLine>在电脑上打开共议网页可以打印。</StatusLine>}
        </View>
        {compoundId !== undefined && load.status === 'loading' ? <Skeleton rows={3} /> : null}
        {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        {load.status === 'ready' && items.length === 0 ? (
          <EmptyState words="还没有做过码" hint="贴在单元门、电梯里，居民一扫就能报修。" />
        ) : null}
        <View className="code-sheet" role="list">
          {items.map((code) => (
            <CodeCard key={code.id} code={code} />
          ))}
        </View>
      </View>
    </Page>
  );
}
