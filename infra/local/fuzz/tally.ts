import type { Route } from '@gongyi/shared/kernel/define-route';
import type { WireAnswer, WireCall } from './wire';

export interface Noted {
  readonly route: Route | undefined;
  readonly call: WireCall;
  readonly answer: WireAnswer;
  readonly kind: 'good' | 'wild' | 'hostile';
  readonly wrong: string | undefined;
  readonly leaks: readonly string[];
  readonly sender: string | undefined;
}

/** What happened so far. */
export interface Tally {
  readonly note: (noted: Noted) => void;
  readonly total: () => number;
  /** Calls that their schema allows, by people entitled to make them. */
  readonly lawful: () => number;
  readonly done: (routeId: string) => number;
  /** Answers 5xx, answers off schema, answers with others' data: each with the call that brought it. */
  readonly faults: readonly string[];
  readonly offSchema: readonly string[];
  readonly leaks: readonly string[];
  readonly table: () => string;
}

const short = (text: string | undefined): string => (text === undefined ? '' : text.slice(0, 600));
const told = ({ call, answer, kind, sender }: Noted, what: string): string =>
  `${what}: ${kind} by ${sender ?? 'nobody'}: ${call.method} ${short(call.path)} key=${call.key ?? ''} ${short(call.body)} -> ${String(answer.status)} ${short(answer.text)}`;

const group = (status: number): string => `${String(Math.floor(status / 100))}xx`;

export const openTally = (): Tally => {
  const counts = new Map<string, Map<string, number>>();
  const faults: string[] = [];
  const offSchema: string[] = [];
  const leaks: string[] = [];
  let total = 0;
  let lawful = 0;
  const add = (routeId: string, column: string): void => {
    const row = counts.get(routeId) ?? new Map<string, number>();
    row.set(column, (row.get(column) ?? 0) + 1);
    counts.set(routeId, row);
  };
  return {
    note: (noted) => {
      const { route, answer, kind, wrong } = noted;
      total += 1;
      if (kind !== 'hostile') lawful += 1;
      const id = route?.id ?? '(no route)';
      add(id, kind);
      add(id, group(answer.status));
      if (kind === 'good' && answer.status !== 200)
        add(id, `good ${String(/"code":"([a-z-]+)"/.exec(answer.text)?.[1])}`);
      if (answer.status >= 500) faults.push(told(noted, wrong ?? 'a fault'));
      else if (wrong !== undefined) offSchema.push(told(noted, wrong));
      if (noted.leaks.length > 0) leaks.push(told(noted, noted.leaks.join(' ')));
    },
    total: () => total,
    lawful: () => lawful,
    done: (routeId) => counts.get(routeId)?.get('2xx') ?? 0,
    faults,
    offSchema,
    leaks,
    table: () =>
      [...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(
          ([id, row]) =>
            `${id.padEnd(34)} ${[...row].map(([column, count]) => `${column} ${String(count)}`).join('  ')}`,
        )
        .join('\n'),
  };
};
