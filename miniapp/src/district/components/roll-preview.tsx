import { View } from '@tarojs/components';
import { PREVIEW_PARTS } from '@gongyi/shared/district/roll-contract';
import type { PreviewRow, RollPreviewPage } from '@gongyi/shared/district/roll-contract';
import { Button, Card, Chip, EmptyState, StatusLine } from '../../ui';
import { CHANGE, PART, WHY, areaWords, warningWords } from '../roll-copy';
import type { Part, RollImporting } from '../use-roll-import';

const Total = ({ name, value }: { name: string; value: string }) => (
  <View className="roll-total">
    <View className="t14 quiet">{name}</View>
    <View className="t20 figure">{value}</View>
  </View>
);

/** The control totals: to be held against what the office knows before anything is written. */
export const RollTotals = ({ preview }: { preview: RollPreviewPage }) => {
  const { totals, changes, fileWarnings } = preview;
  return (
    <Card title="核对总数">
      <View className="stack">
        <View className="roll-totals">
          <Total name="户数" value={`${String(totals.homes)} 套`} />
          <Total name="计票面积" value={areaWords(totals.area)} />
          <Total name="计票人数" value={`${String(totals.heads)} 人`} />
          <Total name="未售" value={`${String(totals.unsoldHomes)} 套`} />
          <Total name="未交付" value={`${String(totals.undeliveredHomes)} 套`} />
          <Total name="共有" value={`${String(totals.coOwnedHomes)} 套`} />
        </View>
        <View className="t16 figure">
          写入后：新增 {changes.added}，有变化 {changes.changed}，没变 {changes.unchanged}
          {changes.missing > 0 ? `;名册上有、表里没有 ${String(changes.missing)} 套（保留不动）` : ''}
        </View>
        {fileWarnings.map((warning) => (
          <StatusLine key={JSON.stringify(warning)} tone="warning">
            {warningWords(warning)}
          </StatusLine>
        ))}
      </View>
    </Card>
  );
};

const TONES = {
  accepted: 'success',
  rejected: 'danger',
  repeat: 'warning',
  ignored: 'plain',
  missing: 'warning',
} as const;
const IS = { accepted: '收下', rejected: '没收', repeat: '重复', ignored: '跳过', missing: '表里没有' } as const;

const Row = ({ row }: { row: PreviewRow }) => (
  <View className="roll-row" role="listitem">
    <View className="row">
      <View className="t14 quiet figure">{row.is === 'missing' ? '' : `第 ${String(row.line)} 行`}</View>
      <Chip tone={TONES[row.is]}>{IS[row.is]}</Chip>
      {row.change === undefined ? null : <View className="t14 quiet">{CHANGE[row.change]}</View>}
    </View>
    {row.home === undefined ? (
      <View className="t14">{(row.words ?? []).filter((word) => word !== '').join(' · ')}</View>
    ) : (
      <View className="t14 figure">
        {row.home.name} · {areaWords(row.home.area)} · {row.home.owners.map(({ name }) => name).join('、')}
      </View>
    )}
    {row.why.length === 0 ? null : <View className="t14">{row.why.map((why) => WHY[why]).join(';')}</View>}
  </View>
);

const parts = (preview: RollPreviewPage): Part[] =>
  PREVIEW_PARTS.filter((part) => part === 'all' || preview.counts[part] > 0);

/** Every row with what became of it and why. */
export const RollRows = ({ preview, importing }: { preview: RollPreviewPage; importing: RollImporting }) => (
  <Card title="每一行">
    <View className="stack">
      <View className="roll-parts" role="group" aria-label="看哪些行">
        {parts(preview).map((part) => (
          <Button
            key={part}
            kind={part === importing.part ? 'primary' : 'secondary'}
            onTap={() => importing.show(part)}
          >
            {`${PART[part]} ${String(preview.counts[part])}`}
          </Button>
        ))}
      </View>
      {preview.rows.length === 0 ? <EmptyState words="没有这样的行" /> : null}
      <View role="list">
        {preview.rows.map((row) => (
          <Row key={`${row.is} ${String(row.line)} ${row.home?.homeId ?? ''}`} row={row} />
        ))}
      </View>
      <View className="row">
        {importing.from > 0 ? (
          <Button kind="secondary" onTap={() => importing.setFrom(Math.max(0, importing.from - 50))}>
            上一页
          </Button>
        ) : null}
        {preview.next === undefined ? null : (
          <Button kind="secondary" onTap={() => importing.setFrom(preview.next ?? 0)}>
            下一页
          </Button>
        )}
      </View>
    </View>
  </Card>
);
