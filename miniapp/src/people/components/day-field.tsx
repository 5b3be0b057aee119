import { Picker, View } from '@tarojs/components';
import { useId } from 'react';
import { DAY, startOfDay } from '@gongyi/shared/kernel/time';
import { Field } from '../../ui';

interface DayFieldProps {
  readonly label: string;
  readonly optional?: boolean;
  /** ISO date. */
  readonly value: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The last instant of a day in Shanghai, for terms that end with that day. */
export const endOfDay = (isoDay: string): number => startOfDay(Date.parse(`${isoDay}T12:00:00+08:00`)) + DAY;

/** A day, by the device's own picker. */
export const DayField = ({ value, onChange, ...field }: DayFieldProps) => {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <Picker
        mode="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.detail.value)}
        aria-label={field.label}
      >
        <View className="field-box figure">{value ?? '点一下选日期'}</View>
      </Picker>
    </Field>
  );
};
