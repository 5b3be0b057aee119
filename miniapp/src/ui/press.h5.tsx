import type { PressProps } from './press-props';

const pressed = (role: NonNullable<PressProps['role']>, checked: boolean | undefined) => {
  if (checked === undefined) return {};
  return role === 'button' ? { 'aria-pressed': checked } : { 'aria-checked': checked };
};

/** Anything that can be tapped, on the web: a native button, so keyboard and screen readers know it. */
export const Press = ({
  className = '',
  style,
  role = 'button',
  label,
  disabled,
  checked,
  selected,
  onTap,
  children,
}: PressProps) => (
  <button
    type="button"
    className={`press ${className}`}
    style={style}
    role={role === 'button' ? undefined : role}
    aria-label={label}
    aria-selected={selected}
    disabled={disabled}
    onClick={(event) => {
      event.stopPropagation();
      onTap?.();
    }}
    {...pressed(role, checked)}
  >
    {children}
  </button>
);
