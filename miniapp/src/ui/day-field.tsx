import { Picker, View } from '@tarojs/components';
import { useId } from 'react';
import { Field } from './field';

interface DayFieldProps {
  readonly label: string;
  readonly optional?: boolean;
  /** ISO date. */
  readonly value: string | undefined;
  /** The first day that may be picked. */
  readonly first?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A day, by the device's own picker. */
export const DayField = ({ value, first, onChange, ...field }: DayFieldProps) => {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <Picker
        mode="date"
        value={value ?? ''}
        {...(first === undefined ? {} : { start: first })}
        onChange={(event) => onChange(event.detail.value)}
        aria-label={field.label}
      >
        <View className="field-box figure">{value ?? '点一下选日期'}</View>
      </Picker>
    </Field>
  );
};
