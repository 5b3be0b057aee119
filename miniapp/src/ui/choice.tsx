import { Text, View } from '@tarojs/components';
import { useId } from 'react';
import { Field } from './field';
import { Icon } from './icon';
import { Press } from './press';

export interface Option<T extends string> {
  readonly value: T;
  readonly words: string;
  readonly hint?: string;
  readonly disabled?: boolean;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  /** `wrap`: words side by side; `rows`: one below the other with hints. */
  readonly layout?: 'wrap' | 'rows';
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onChange: (value: T) => void;
}

/** One of several. Nothing is chosen until somebody chooses; all look alike. */
export function Choice<T extends string>({
  label,
  options,
  value,
  layout = 'wrap',
  onChange,
  ...rest
}: ChoiceProps<T>) {
  const id = useId();
  return (
    <Field id={id} label={label} {...rest}>
      <View className={`choice choice-${layout}`} role="radiogroup" aria-label={label}>
        {options.map((option) => (
          <Press
            key={option.value}
            role="radio"
            className={`choice-option${option.value === value ? ' choice-on' : ''}`}
            checked={option.value === value}
            disabled={option.disabled}
            onTap={() => onChange(option.value)}
          >
            <View className="grow">
              <View>{option.words}</View>
              {option.hint ? <View className="t14 quiet">{option.hint}</View> : null}
            </View>
            {option.value === value ? <Icon name="check" size={18} /> : null}
          </Press>
        ))}
      </View>
    </Field>
  );
}

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly values: readonly T[];
  readonly optional?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of several, words side by side; in the order in which they are offered. */
export function Choices<T extends string>({ label, options, values, onChange, ...rest }: ChoicesProps<T>) {
  const id = useId();
  const toggled = (value: T): readonly T[] =>
    options.map((option) => option.value).filter((each) => (each === value) !== values.includes(each));
  return (
    <Field id={id} label={label} {...rest}>
      <View className="choice choice-wrap" role="group" aria-label={label}>
        {options.map(({ value, words, disabled }) => {
          const on = values.includes(value);
          return (
            <Press
              key={value}
              role="checkbox"
              className={`choice-option${on ? ' choice-on' : ''}`}
              checked={on}
              disabled={disabled}
              onTap={() => onChange(toggled(value))}
            >
              <Text>{words}</Text>
              {on ? <Icon name="check" size={18} /> : null}
            </Press>
          );
        })}
      </View>
    </Field>
  );
}

interface TickProps {
  readonly checked: boolean;
  readonly words: string;
  readonly hint?: string;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no, said in one sentence. */
export const Tick = ({ checked, words, hint, onChange }: TickProps) => (
  <Press role="checkbox" className="tick" checked={checked} onTap={() => onChange(!checked)}>
    <View className={`tick-box${checked ? ' tick-on' : ''}`}>{checked ? <Icon name="check" size={18} /> : null}</View>
    <View className="grow">
      <Text>{words}</Text>
      {hint ? <View className="t14 quiet">{hint}</View> : null}
    </View>
  </Press>
);
