import { useEffect, useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';

interface ValueEvent {
  readonly detail: { readonly value: string };
}

export interface InputProps {
  readonly id?: string;
  readonly value?: string;
  readonly type?: string;
  readonly password?: boolean;
  readonly placeholder?: string;
  readonly placeholderClass?: string;
  readonly maxlength?: number;
  readonly disabled?: boolean;
  readonly focus?: boolean;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly confirmType?: string;
  readonly autoHeight?: boolean;
  readonly cursorSpacing?: number;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly onInput?: (event: ValueEvent) => void;
  readonly onBlur?: (event: ValueEvent) => void;
  readonly onFocus?: () => void;
  readonly onConfirm?: (event: ValueEvent) => void;
}

// WeChat's kinds of keyboards in the browser's words.
const MODES: Readonly<Record<string, 'numeric' | 'decimal' | 'tel'>> = {
  number: 'numeric',
  digit: 'decimal',
  tel: 'tel',
};

const shared = ({ maxlength, onInput, onBlur, ...props }: InputProps) => {
  const {
    type: _type,
    password: _password,
    placeholderClass: _class,
    focus: _focus,
    confirmType: _confirm,
    autoHeight: _auto,
    cursorSpacing: _spacing,
    onConfirm: _onConfirm,
    ...rest
  } = props;
  return {
    ...rest,
    ...(maxlength !== undefined && maxlength >= 0 ? { maxLength: maxlength } : {}),
    onChange: (event: { target: { value: string } }) => onInput?.({ detail: { value: event.target.value } }),
    onBlur: (event: { target: { value: string } }) => onBlur?.({ detail: { value: event.target.value } }),
  };
};

export const Input = (props: InputProps) => {
  const { type, password, focus, onConfirm } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);
  const confirm = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter inside an input method picks a word; only a bare Enter confirms.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      onConfirm?.({ detail: { value: event.currentTarget.value } });
    }
  };
  return (
    <input
      {...shared(props)}
      ref={input}
      type={password ? 'password' : 'text'}
      inputMode={(type === undefined ? undefined : MODES[type]) ?? 'text'}
      onKeyDown={confirm}
    />
  );
};

export const Textarea = (props: InputProps) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const { autoHeight, value } = props;
  useEffect(() => {
    if (!autoHeight || !area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [autoHeight, value]);
  return <textarea {...shared(props)} ref={area} />;
};
