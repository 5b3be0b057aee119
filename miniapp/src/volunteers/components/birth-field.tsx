import { Picker, View } from '@tarojs/components';
import { useId } from 'react';
import { isoDate } from '@gongyi/shared/kernel/time';
import { serverNow } from '../../platform';
import { Field } from '../../ui';
import { PROFILE } from '../copy';

interface BirthFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** `1958-04`; parts that are not chosen yet are empty: `1958-`. */
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

const OLDEST = 1920;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** A year and a month, each chosen: enough for age floors, and no more is asked. */
export const BirthField = ({ label, hint, value, error, onChange }: BirthFieldProps) => {
  const id = useId();
  const [year = '', month = ''] = value.split('-');
  const thisYear = Number(isoDate(serverNow()).slice(0, 4));
  const years = Array.from({ length: thisYear - OLDEST + 1 }, (_, index) => String(thisYear - index));
  const part = (name: string, range: string[], chosen: string, then: (words: string) => void) => (
    <Picker
      range={range}
      {...(range.includes(chosen) ? { value: range.indexOf(chosen) } : {})}
      aria-label={`${label} ${name}`}
      onChange={(event) => then(range[Number(event.detail.value)] ?? '')}
    >
      <View className="field-box figure">{`${chosen === '' ? '选' : chosen} ${name}`}</View>
    </Picker>
  );
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <View className="moment">
        {part(PROFILE.bornYear, years, year, (chosen) => onChange(`${chosen}-${month}`))}
        {part(PROFILE.bornMonth, MONTHS, month, (chosen) => onChange(`${year}-${chosen}`))}
      </View>
    </Field>
  );
};
