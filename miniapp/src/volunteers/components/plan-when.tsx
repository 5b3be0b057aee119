import { View } from '@tarojs/components';
import { Card, Choice, Choices, DayField } from '../../ui';
import { PLAN } from '../copy';
import type { PlanForm } from '../use-plan';

const REPEAT = [
  { value: 'once', words: PLAN.once },
  { value: 'weekly', words: PLAN.weekly },
] as const;
// Monday first, as weeks are said.
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '0'].map((value) => ({
  value,
  words: PLAN.weekdayNames[Number(value)] ?? '',
}));
const EVERY = PLAN.everyWeek.map((words, index) => ({ value: String(index + 1), words }));

const Weekly = ({ form: { value, change, checked } }: { form: PlanForm }) => (
  <>
    <Choices
      label={PLAN.weekdays}
      options={WEEKDAYS}
      values={value.weekdays.map(String)}
      error={checked.wrong('rule') ? PLAN.gaps.rule : undefined}
      onChange={(days) => change({ weekdays: days.map(Number) })}
    />
    <Choice
      label={PLAN.everyWeeks}
      options={EVERY}
      value={String(value.everyWeeks)}
      onChange={(weeks) => change({ everyWeeks: Number(weeks) })}
    />
    <View className="row wrap">
      <View className="grow">
        <DayField label={PLAN.from} value={value.from} onChange={(from) => change({ from })} />
      </View>
      <View className="grow">
        <DayField label={PLAN.until} value={value.until} onChange={(until) => change({ until })} />
      </View>
    </View>
    <View className="t14 quiet">{PLAN.seriesHint}</View>
  </>
);

/** Once, on a day; or every week, on some days, from … until. */
export const PlanWhen = ({ form }: { form: PlanForm }) => {
  const { value, change, checked } = form;
  return (
    <Card>
      <View className="stack">
        <Choice label={PLAN.repeat} options={REPEAT} value={value.repeat} onChange={(repeat) => change({ repeat })} />
        {form.weekly ? (
          <Weekly form={form} />
        ) : (
          <DayField
            label={PLAN.date}
            value={value.day}
            error={checked.wrong('slots.0.startsAt') ? '请选哪天' : undefined}
            onChange={(day) => change({ day })}
          />
        )}
      </View>
    </Card>
  );
};
