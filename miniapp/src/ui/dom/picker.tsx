import type { PropsWithChildren } from 'react';

interface PickerProps {
  readonly mode?: 'selector' | 'date' | 'time';
  readonly value?: string | number;
  readonly range?: readonly string[];
  readonly start?: string;
  readonly end?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly onChange?: (event: { detail: { value: string | number } }) => void;
}

/** The browser's own control lies over what is shown, so that keyboard, finger and screen reader all meet it. */
export const Picker = ({
  mode = 'selector',
  value,
  range = [],
  className,
  children,
  onChange,
  ...rest
}: PropsWithChildren<PickerProps>) => {
  const { start, end, disabled, 'aria-label': label } = rest;
  const common = { className: 'dom-picker-control', 'aria-label': label, disabled };
  const told = (chosen: string | number) => onChange?.({ detail: { value: chosen } });
  return (
    <div className={`dom-picker ${className ?? ''}`}>
      <div aria-hidden="true">{children}</div>
      {mode === 'selector' ? (
        <select {...common} value={String(value ?? '')} onChange={(event) => told(Number(event.target.value))}>
          <option value="" disabled>
            请选择
          </option>
          {range.map((words, index) => (
            <option key={words} value={index}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={mode}
          value={value === undefined ? '' : String(value)}
          min={start}
          max={end}
          onChange={(event) => told(event.target.value)}
        />
      )}
    </div>
  );
};
