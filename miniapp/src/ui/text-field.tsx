import { Input, Textarea, View } from '@tarojs/components';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Field, errorId } from './field';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly maxLength: number;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
  /** Leaving the field: the moment to check it. */
  readonly onLeave?: () => void;
}

const spoken = (id: string, props: TextProps) => ({
  'aria-label': props.label,
  ...(props.error || props.hint ? { 'aria-describedby': errorId(id) } : {}),
  ...(props.error ? { 'aria-invalid': true } : {}),
});

const common = (props: TextProps) => ({
  value: props.value,
  maxlength: props.maxLength,
  disabled: props.disabled === true,
  placeholderClass: 'field-placeholder',
  ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
  onInput: (event: { detail: { value: string } }) => props.onChange(event.detail.value),
  onBlur: () => props.onLeave?.(),
});

interface TextFieldProps extends TextProps {
  readonly keyboard?: 'text' | 'number' | 'digit';
  readonly onDone?: () => void;
  /** Stands right inside the box: a unit, a scan button. */
  readonly aside?: ReactNode;
}

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const id = useId();
  return (
    <Field id={id} {...props}>
      <View className="field-box">
        <Input
          className="field-input"
          type={props.keyboard ?? 'text'}
          {...common(props)}
          {...spoken(id, props)}
          onConfirm={() => props.onDone?.()}
        />
        {props.aside}
      </View>
    </Field>
  );
};

/** Several lines, growing with what is written, with the count once it matters. */
export const TextArea = (props: TextProps) => {
  const id = useId();
  return (
    <Field id={id} {...props}>
      <View className="field-box field-area-box">
        <Textarea className="field-input field-area" autoHeight {...common(props)} {...spoken(id, props)} />
        {props.value.length * 2 < props.maxLength ? null : (
          <View className="field-count">
            {props.value.length} / {props.maxLength}
          </View>
        )}
      </View>
    </Field>
  );
};
