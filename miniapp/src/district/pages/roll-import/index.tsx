import { View } from '@tarojs/components';
import { useState } from 'react';
import { getPlace } from '@gongyi/shared/district/contract';
import { placeKind } from '@gongyi/shared/district/place';
import { Page, useCompoundId, useLoad, usePageParams } from '../../../platform';
import { Bar, Button, Card, CardLink, Confirm, StatusLine } from '../../../ui';
import { PlaceSheet } from '../../components/place-sheet';
import { RollColumns } from '../../components/roll-columns';
import { RollRows, RollTotals } from '../../components/roll-preview';
import { areaWords } from '../../roll-copy';
import { useRollImport } from '../../use-roll-import';
import type { RollImporting } from '../../use-roll-import';
import './index.scss';

const Progress = ({ importing }: { importing: RollImporting }) => {
  const { roll } = importing;
  if (roll === undefined || roll.state === 'draft') return null;
  const { done, total } = roll.progress;
  return (
    <Card title={roll.state === 'done' ? '名册已写入' : roll.state === 'failed' ? '写入没有完成' : '正在写入'}>
      <View className="stack">
        <Bar label="写入进度" part={total === 0 ? 1 : done / total} numbers={`${String(done)} / ${String(total)} 套`} />
        {roll.state === 'running' ? <View className="t14 quiet">可以离开这一页，写入会继续。</View> : null}
        {roll.state === 'failed' ? (
          <View className="t16">已写的都在。再导入同一个文件会接着写完，不会重复。</View>
        ) : null}
        {roll.result === undefined ? null : (
          <View className="t16 figure">
            新增 {roll.result.added}，有变化 {roll.result.changed}，没变 {roll.result.unchanged}
          </View>
        )}
      </View>
    </Card>
  );
};

const Draft = ({ importing }: { importing: RollImporting }) => {
  const { roll, preview } = importing;
  if (roll?.state !== 'draft') return null;
  return (
    <>
      <RollColumns roll={roll} importing={importing} />
      {preview.words === undefined ? null : <StatusLine tone="warning">{preview.words}</StatusLine>}
      {preview.value === undefined ? null : (
        <>
          <RollTotals preview={preview.value} />
          <RollRows preview={preview.value} importing={importing} />
        </>
      )}
    </>
  );
};

/** 业主名册导入: pick the office's own sheet, check what was understood, then write it. */
export default function RollImportPage() {
  const { place, compound, id } = usePageParams();
  const own = useCompoundId();
  const begin = compound ?? (place !== undefined && placeKind(place) === 'compound' ? place : own);
  const [compoundId, setCompoundId] = useState(begin);
  const [picking, setPicking] = useState(false);
  const [asking, setAsking] = useState(false);
  const named = useLoad(getPlace, compoundId === undefined ? undefined : { params: { placeId: compoundId } });
  const importing = useRollImport(compoundId, id);
  const { roll, preview, act } = importing;
  const totals = preview.value?.totals;
  const root = place ?? named.value?.path[0]?.id;
  return (
    <Page
      title="业主名册导入"
      action={
        roll?.state === 'draft' ? (
          <Button
            wide
            loading={act.busy}
            disabled={totals === undefined || totals.homes === 0}
            onTap={() => setAsking(true)}
          >
            {totals === undefined ? '写入名册' : `写入 ${String(totals.homes)} 套`}
          </Button>
        ) : (
          <Button
            wide
            loading={importing.sending !== undefined || act.busy}
            disabled={compoundId === undefined}
            onTap={() => void importing.pick()}
          >
            {importing.sending === undefined
              ? '选名册文件（xlsx、csv）'
              : `上传 ${String(Math.round(importing.sending * 100))}%`}
          </Button>
        )
      }
    >
      <View className="stack">
        <CardLink onTap={() => setPicking(true)}>
          <View className="t14 quiet">哪个小区的名册</View>
          <View className="t16">{named.value?.place.name ?? '点这里选小区'}</View>
        </CardLink>
        {roll === undefined ? (
          <Card title="用物业现成的表格就行">
            <View className="t16">
              表头在哪一行、列名怎么叫都可以，系统会猜，猜错了可以改。写入前能看到每一行收没收、为什么；姓名、电话、证件号加密保存。
            </View>
          </Card>
        ) : null}
        {importing.problem === undefined ? null : <StatusLine tone="danger">{importing.problem}</StatusLine>}
        {act.words === undefined ? null : <StatusLine tone="danger">{act.words}</StatusLine>}
        <Progress importing={importing} />
        <Draft importing={importing} />
        {roll?.state === 'draft' ? (
          <Button kind="quiet" wide onTap={() => void importing.pick()}>
            换一个文件
          </Button>
        ) : null}
      </View>
      <Confirm
        open={asking}
        title="写入业主名册？"
        lines={
          totals === undefined
            ? []
            : [
                `${String(totals.homes)} 套，${areaWords(totals.area)},${String(totals.heads)} 人。`,
                '表里没有的房子保留不动；有变化的会更新，并记下是谁在什么时候改的。',
              ]
        }
        verb="写入"
        busy={act.busy}
        onConfirm={() => void importing.start().then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      />
      {root === undefined ? null : (
        <PlaceSheet
          open={picking}
          title="选小区"
          root={{ id: root, name: '' }}
          kinds={['compound']}
          onPick={(picked) => {
            setCompoundId(picked.id);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Page>
  );
}
