import { View } from '@tarojs/components';
import { useState } from 'react';
import { CATEGORIES } from '@gongyi/shared/requests/category';
import type { HotlineRow } from '@gongyi/shared/requests/contract';
import { open, useServerNow } from '../../platform';
import { Button, Card, Chip, SegmentedTabs, clockWords } from '../../ui';
import { HOTLINE_DOUBT, HOTLINE_IS, HOTLINE_WHY } from '../hotline-copy';

type Part = HotlineRow['is'];
const PARTS: readonly Part[] = ['ready', 'rejected', 'filed'];
const TONE = { ready: 'success', filed: 'plain', rejected: 'danger' } as const;

const Row = ({ row, refused }: { row: HotlineRow; refused: string | undefined }) => {
  const now = useServerNow();
  const { requestId } = row;
  const why = [
    ...(row.why === undefined ? [] : [HOTLINE_WHY[row.why]]),
    ...row.doubts.map((doubt) => HOTLINE_DOUBT[doubt]),
  ];
  return (
    <View className="hotline-row" role="listitem">
      <View className="row">
        <View className="t14 quiet figure grow">
          第 {row.line} 行 · {row.number}
        </View>
        <Chip tone={TONE[row.is]}>{HOTLINE_IS[row.is]}</Chip>
      </View>
      <View className="t16">{row.words}</View>
      <View className="t14 quiet">
        {row.category === undefined
          ? `表里写的地址：${row.address === '' ? '空' : row.address}`
          : `${CATEGORIES[row.category].name} · ${row.placeName ?? ''}${row.dueAt === undefined ? '' : ` · ${clockWords(row.dueAt, now)} 前办结`}`}
      </View>
      {why.length === 0 ? null : <View className="t14 hotline-why">{why.join('；')}</View>}
      {refused === undefined ? null : <View className="t14 hotline-why">{refused}</View>}
      {requestId === undefined ? null : (
        <Button kind="quiet" onTap={() => open('requests/pages/detail/index', { id: requestId })}>
          看这一单
        </Button>
      )}
    </View>
  );
};

/** Every row of the sheet with what becomes of it and why. */
export const HotlineRows = ({
  rows,
  refused,
}: {
  rows: readonly HotlineRow[];
  refused: ReadonlyMap<number, string>;
}) => {
  const count = (part: Part): number => rows.filter(({ is }) => is === part).length;
  const [chosen, setChosen] = useState<Part>();
  const part = chosen ?? PARTS.find((each) => count(each) > 0) ?? 'ready';
  return (
    <Card title={`共 ${String(rows.length)} 行`}>
      <View className="stack">
        <SegmentedTabs
          label="看哪些行"
          tabs={PARTS.map((value) => ({ value, words: `${HOTLINE_IS[value]} ${String(count(value))}` }))}
          value={part}
          onChange={setChosen}
        />
        <View role="list">
          {rows
            .filter(({ is }) => is === part)
            .map((row) => (
              <Row key={row.line} row={row} refused={refused.get(row.line)} />
            ))}
        </View>
      </View>
    </Card>
  );
};
