import { Picker, View } from '@tarojs/components';
import { useId } from 'react';
import { isoDate, minuteOfDay } from '@gongyi/shared/kernel/time';
import { Field } from './field';

interface MomentFieldProps {
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly value: number;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: number) => void;
}

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (at: number): string => `${two(Math.floor(minuteOfDay(at) / 60))}:${two(minuteOfDay(at) % 60)}`;
const instant = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);

/** A day and a time in Shanghai, by the device's own pickers. */
export const MomentField = ({ label, value, hint, error, onChange }: MomentFieldProps) => {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <View className="moment">
        <Picker
          mode="date"
          value={isoDate(value)}
          aria-label={`${label} 日期`}
          onChange={(event) => onChange(instant(event.detail.value, clock(value)))}
        >
          <View className="field-box figure">{isoDate(value)}</View>
        </Picker>
        <Picker
          mode="time"
          value={clock(value)}
          aria-label={`${label} 时间`}
          onChange={(event) => onChange(instant(isoDate(value), event.detail.value))}
        >
          <View className="field-box figure">{clock(value)}</View>
        </Picker>
      </View>
    </Field>
  );
};
