import { View } from '@tarojs/components';
import { Card, Choice } from '../../ui';
import { PLAN } from '../copy';
import type { PlanForm } from '../use-plan';

const OPENS = [0, 3, 7, 14].map((days) => ({
  value: String(days),
  words: days === 0 ? PLAN.opensNow : PLAN.opensBefore(days),
}));
const hours = (each: readonly number[]) => each.map((value) => ({ value: String(value), words: PLAN.closesAt(value) }));
const CLOSES = hours([0, 2, 12, 24]);
const LIMITS = hours([0, 12, 24, 48]);

/** From when one may sign up, until when, and until when one may give up without a thought. */
export const PlanLimits = ({ form: { value, change } }: { form: PlanForm }) => (
  <Card>
    <View className="stack">
      <Choice
        label={PLAN.opens}
        options={OPENS}
        value={String(value.opensDays)}
        onChange={(days) => change({ opensDays: Number(days) })}
      />
      <Choice
        label={PLAN.closes}
        options={CLOSES}
        value={String(value.closesHours)}
        onChange={(before) => change({ closesHours: Number(before) })}
      />
      <Choice
        label={PLAN.limit}
        options={LIMITS}
        value={String(value.cancelHours)}
        onChange={(before) => change({ cancelHours: Number(before) })}
      />
    </View>
  </Card>
);
