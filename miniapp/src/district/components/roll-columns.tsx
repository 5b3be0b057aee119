import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { COLUMN_KINDS, REQUIRED_COLUMNS } from '@gongyi/shared/district/roll';
import type { ColumnKind } from '@gongyi/shared/district/roll';
import type { RollImport } from '@gongyi/shared/district/roll-contract';
import { Button, Card, Chip, StatusLine } from '../../ui';
import { COLUMN, withColumn } from '../roll-copy';
import type { RollImporting } from '../use-roll-import';

const NONE = '（没有这一列）';
const CONFIDENCE = { sure: '确定', likely: '多半是', unsure: '请看一下' } as const;

const Column = ({ kind, roll, importing }: { kind: ColumnKind; roll: RollImport; importing: RollImporting }) => {
  const { layout } = roll;
  if (layout === undefined) return null;
  const at = layout.columns[kind];
  const options = [NONE, ...roll.headers.map((header, index) => header || `第 ${String(index + 1)} 列`)];
  const guess = roll.guesses[kind];
  const choose = (index: number) =>
    void importing.setLayout(withColumn(layout, kind, index === 0 ? undefined : index - 1));
  return (
    <View className="row">
      <View className="t16 roll-kind">{COLUMN[kind]}</View>
      <View className="grow">
        <Picker
          mode="selector"
          range={options}
          value={at === undefined ? 0 : at + 1}
          aria-label={`${COLUMN[kind]}在哪一列`}
          onChange={(event) => choose(Number(event.detail.value))}
        >
          <View className="field-box">{at === undefined ? NONE : options[at + 1]}</View>
        </Picker>
      </View>
      {roll.confirmed || guess === undefined ? null : (
        <Chip tone={guess.confidence === 'unsure' ? 'warning' : 'plain'}>{CONFIDENCE[guess.confidence]}</Chip>
      )}
    </View>
  );
};

/** Which column holds what: guessed, and changed by hand where the guess is wrong. */
export const RollColumns = ({ roll, importing }: { roll: RollImport; importing: RollImporting }) => {
  const found = COLUMN_KINDS.filter((kind) => roll.layout?.columns[kind] !== undefined);
  const wanted = [...new Set<ColumnKind>([...REQUIRED_COLUMNS, ...found])];
  const [all, setAll] = useState(false);
  const kinds = all ? COLUMN_KINDS : COLUMN_KINDS.filter((kind) => wanted.includes(kind));
  if (roll.layout === undefined)
    return (
      <StatusLine tone="warning">
        没有找到表头。请在表格里加一行表头（房号、建筑面积、业主姓名），再选一次文件。
      </StatusLine>
    );
  return (
    <Card title={`表头在第 ${String(roll.layout.headerLine)} 行，各列是什么`}>
      <View className="stack">
        {kinds.map((kind) => (
          <Column key={kind} kind={kind} roll={roll} importing={importing} />
        ))}
        {all ? null : (
          <Button kind="quiet" onTap={() => setAll(true)}>
            还有别的列
          </Button>
        )}
        {roll.missing.length === 0 ? null : (
          <StatusLine tone="warning">{`还要指出：${roll.missing.map((kind) => COLUMN[kind]).join('、')}`}</StatusLine>
        )}
      </View>
    </Card>
  );
};
