import { useEffect, useRef } from 'react';
import type { Desk } from './use-desk';

interface DeskActs {
  readonly accept: () => void;
  readonly reply: () => void;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

const step = (desk: Desk, by: number): void => {
  const at = desk.rows.findIndex(({ id }) => id === desk.openId);
  const next = desk.rows[Math.min(desk.rows.length - 1, Math.max(0, at + by))];
  if (next !== undefined) desk.setOpenId(next.id);
};

/** ↑ ↓ through the queue, Enter opens, A accepts, R replies, / searches. Not while typing or in a sheet. */
export const useDeskKeys = (desk: Desk, acts: DeskActs): void => {
  const latest = useRef({ desk, acts });
  latest.current = { desk, acts };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (typing(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const { desk: now, acts: does } = latest.current;
      const keys: Record<string, () => void> = {
        ArrowDown: () => step(now, 1),
        ArrowUp: () => step(now, -1),
        a: does.accept,
        A: does.accept,
        r: does.reply,
        R: does.reply,
        '/': () => document.querySelector<HTMLInputElement>('.desk-search input')?.focus(),
      };
      const act = keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};
