import { useEffect, useId, useRef } from 'react';

const CAN_FOCUS = 'button:not([disabled]),input:not([disabled]),select,textarea,a[href],[tabindex="0"]';

const keepInside = (box: HTMLElement, event: KeyboardEvent) => {
  const inside = [...box.querySelectorAll<HTMLElement>(CAN_FOCUS)];
  const first = inside.at(0);
  const last = inside.at(-1);
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
};

/** Focus goes into an open sheet, stays there, Escape closes, and it returns to where it was. Spread what it gives on the sheet's box. */
export const useModalFocus = (
  open: boolean,
  onClose: () => void,
): { readonly id: string; readonly tabIndex: number } => {
  const id = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const box = document.getElementById(id);
    if (!open || !box) return undefined;
    const before = document.activeElement;
    box.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab') keepInside(box, event);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open, id]);
  // A box takes the focus itself only when it may hold it.
  return { id, tabIndex: -1 };
};
