import { checkRecord } from '@gongyi/shared/kernel/record';
import type { RecordLine } from '@gongyi/shared/kernel/record-line';
import { getSessionRecord, getTopicRecord } from '@gongyi/shared/council/contract';
import * as z from 'zod/mini';
import type { Handler } from '../bench/handler';
import { act } from './actor';
import type { Acknowledged } from './lifecycle';

/** A whole record, page by page, with what is wrong with its chain. */
export const readRecord = async (
  handler: Handler,
  token: string,
  path: string,
  id: string,
): Promise<{ readonly lines: readonly RecordLine[]; readonly problems: string[] }> => {
  const Reply = path.includes('/topics/') ? getTopicRecord.reply : getSessionRecord.reply;
  const lines: RecordLine[] = [];
  let cursor = '';
  for (;;) {
    const search = `?limit=50${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer = await act(handler, { method: 'GET', path: `${path}/record${search}`, token, key: 'r'.repeat(24) });
    const page = z.parse(Reply, answer.body);
    lines.push(...page.items);
    if (page.cursor !== undefined) {
      cursor = page.cursor;
      continue;
    }
    const check = checkRecord(id, lines, page.head);
    return { lines, problems: check.ok ? [] : [`record: line ${String(check.rev)} ${check.why}`] };
  }
};

/** What a kind of step stands for: the move that leaves it, and where it leads from a status. */
export interface Reading<Status extends string> {
  readonly first: Status;
  readonly verbOf: (kind: string, line: RecordLine) => string | undefined;
  readonly next: (from: Status, verb: string, line: RecordLine) => Status | undefined;
}

/** Reads a record as a life: what step was not lawful, where it ends, and what was acknowledged but does not stand there. */
export const judgeRecord = <Status extends string>(
  lines: readonly RecordLine[],
  { first, verbOf, next }: Reading<Status>,
  ends: string,
  acknowledged: readonly Acknowledged[],
): string[] => {
  const problems: string[] = [];
  const stands = new Map<string, number>();
  let at = first;
  for (const line of lines.slice(1)) {
    const verb = verbOf(line.kind, line);
    if (verb === undefined) {
      problems.push(`step ${String(line.rev)}: ${line.kind} is nobody’s move`);
      continue;
    }
    const to = next(at, verb, line);
    if (to === undefined) problems.push(`step ${String(line.rev)}: ${line.kind} from ${at}`);
    else at = to;
    stands.set(verb, (stands.get(verb) ?? 0) + 1);
  }
  if (at !== ends) problems.push(`ends as ${ends}, its steps lead to ${at}`);
  const said = new Map<string, number>();
  for (const { verb } of acknowledged) said.set(verb, (said.get(verb) ?? 0) + 1);
  for (const verb of new Set([...stands.keys(), ...said.keys()])) {
    const [told, kept] = [said.get(verb) ?? 0, stands.get(verb) ?? 0];
    if (told !== kept) problems.push(`${verb}: ${String(told)} acknowledged, ${String(kept)} in the record`);
  }
  return problems;
};
