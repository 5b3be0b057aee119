import { View } from '@tarojs/components';
import { useState } from 'react';
import { getRates } from '@gongyi/shared/requests/contract';
import type { Rates } from '@gongyi/shared/requests/contract';
import { useLoad } from '../../platform';
import { Bar, Card, ErrorState, SegmentedTabs, Skeleton } from '../../ui';

const SPANS = [
  { value: '30', words: '30 天' },
  { value: '90', words: '90 天' },
  { value: '365', words: '一年' },
] as const;
type Span = (typeof SPANS)[number]['value'];

const partOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const numbersOf = (part: number, whole: number): string =>
  whole === 0 ? '还没有' : `${String(part)} / ${String(whole)}`;

const Three = ({ rates }: { rates: Rates }) => (
  <View className="stack">
    <Bar
      label="响应率：首次答复按时"
      part={partOf(rates.answeredInTime, rates.firstAnswersDue)}
      numbers={numbersOf(rates.answeredInTime, rates.firstAnswersDue)}
    />
    <Bar
      label="解决率：居民说修好了"
      part={partOf(rates.confirmed, rates.outcomesAnswered)}
      numbers={numbersOf(rates.confirmed, rates.outcomesAnswered)}
      tone="success"
    />
    <Bar
      label="满意率：居民说满意"
      part={partOf(rates.satisfied, rates.satisfactionAnswered)}
      numbers={numbersOf(rates.satisfied, rates.satisfactionAnswered)}
      tone="success"
    />
    <View className="t16 figure">完工后居民还没答复：{rates.unanswered} 件</View>
    <View className="t14 quiet">没答复的不算满意，也不算进解决率；修好一部分、重新办理都算没解决。</View>
  </View>
);

/** 三率: numerators and denominators of an organisation, with the unanswered beside. */
export const RatesCard = ({ organisationId }: { organisationId: string }) => {
  const [days, setDays] = useState<Span>('30');
  const load = useLoad(getRates, { params: { organisationId }, query: { days: Number(days) } });
  return (
    <Card title="三率">
      <View className="stack">
        <SegmentedTabs label="看多久" tabs={SPANS} value={days} onChange={setDays} />
        {load.status === 'loading' && load.value === undefined ? <Skeleton rows={3} /> : null}
        {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        {load.value === undefined ? null : <Three rates={load.value} />}
      </View>
    </Card>
  );
};
