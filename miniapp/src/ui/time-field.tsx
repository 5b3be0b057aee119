import { Picker, View } from '@tarojs/components';
import { useId } from 'react';
import { Field } from './field';

interface TimeFieldProps {
  readonly label: string;
  /** `09:30` */
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A time of day, by the device's own picker. */
export const TimeField = ({ label, value, error, onChange }: TimeFieldProps) => {
  const id = useId();
  return (
    <Field id={id} label={label} error={error}>
      <Picker mode="time" value={value} aria-label={label} onChange={(event) => onChange(event.detail.value)}>
        <View className="field-box figure">{value}</View>
      </Picker>
    </Field>
  );
};
