import { View } from '@tarojs/components';
import type { NeedRow } from '@gongyi/shared/council/contract';
import { open } from '../../platform';
import { Button, Card, Chip, Due } from '../../ui';
import { needCard, needTime } from '../needs';

/** One thing that waits: what, where, by when, and the verb for it. */
export const NeedLine = ({ row, now }: { row: NeedRow; now: number }) => {
  const { words, verb, page, query } = needCard(row);
  return (
    <Card>
      <View className="need">
        <View className="need-words">
          <View className="t16 need-title">{row.title}</View>
          <View className="t14 quiet">{`${words} · ${row.compoundName}`}</View>
        </View>
        {row.dueAt === undefined ? <Chip>{needTime(row, now)}</Chip> : <Due at={row.dueAt} now={now} />}
        <Button kind="secondary" label={`${verb} ${row.title}`} onTap={() => open(page, query)}>
          {verb}
        </Button>
      </View>
    </Card>
  );
};
