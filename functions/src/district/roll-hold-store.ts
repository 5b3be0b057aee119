import * as z from 'zod/mini';
import { TableName, check, getItem } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';

/**
 * Who holds a compound's roll: votes, from their notice until it is frozen for them, or imports while they write.
 * Never both: what was announced of a roll changes by corrections alone, which every vote that holds it hears of in
 * the same transaction. `rollRev` is the revision of the roll's totals as those votes know it. DynamoDB removes a set
 * with its last member, so that a held side is there exactly while somebody holds it.
 */
const RollHold = z.object({
  votes: z._default(z.set(z.string()), new Set<string>()),
  imports: z._default(z.set(z.string()), new Set<string>()),
  rollRev: z._default(z.int(), 0),
  rev: z._default(z.int(), 0),
});
export type RollHold = z.output<typeof RollHold>;

export const findRollHold = async (compoundId: string): Promise<RollHold> =>
  z.parse(RollHold, (await getItem(keys.rollHold(compoundId), { consistent: true })) ?? {});

const NAMES = { '#votes': 'votes', '#imports': 'imports', '#rev': 'rev', '#rollRev': 'rollRev' } as const;

const change = (
  compoundId: string,
  UpdateExpression: string,
  values: Readonly<Record<string, unknown>>,
  ConditionExpression?: string,
): TransactItem => ({
  Update: {
    TableName: TableName(),
    Key: keys.rollHold(compoundId),
    UpdateExpression,
    ...(ConditionExpression === undefined ? {} : { ConditionExpression }),
    ExpressionAttributeNames: namesIn(`${UpdateExpression} ${ConditionExpression ?? ''}`),
    ExpressionAttributeValues: { ...values, ':one': 1 },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

const namesIn = (expression: string): Record<string, string> =>
  Object.fromEntries(Object.entries(NAMES).filter(([name]) => new RegExp(`${name}\\b`).test(expression)));

/** A vote is announced over the roll of this revision: goes into that transaction, and not while an import writes. */
export const voteHoldsRoll = (compoundId: string, voteId: string, rollRev: number): TransactItem[] => [
  check({
    key: keys.rollMeta(compoundId),
    when: '#rev = :rev',
    names: { '#rev': 'rev' },
    values: { ':rev': rollRev },
  }),
  change(
    compoundId,
    'SET #rollRev = :rollRev ADD #votes :vote, #rev :one',
    { ':vote': new Set([voteId]), ':rollRev': rollRev },
    'attribute_not_exists(#imports)',
  ),
];

/** It is withdrawn, or its lines are written and it opens. */
export const voteLeavesRoll = (compoundId: string, voteId: string): TransactItem =>
  change(compoundId, 'DELETE #votes :vote ADD #rev :one', { ':vote': new Set([voteId]) });

/** A correction moves the roll on for every vote that held it when it was looked at, and for no other. */
export const rollMovesOn = (compoundId: string, seen: RollHold, rollRev: number): TransactItem =>
  change(
    compoundId,
    'SET #rollRev = :rollRev ADD #rev :one',
    { ':rollRev': rollRev, ':seen': seen.rev },
    '#rev = :seen',
  );

/** The roll of this revision is the one the vote was announced with, corrections in its record included. */
export const rollIsAsAnnounced = (compoundId: string, voteId: string, rollRev: number): TransactItem =>
  check({
    key: keys.rollHold(compoundId),
    when: 'contains(#votes, :vote) AND #rollRev = :rollRev AND attribute_not_exists(#imports)',
    names: { '#votes': 'votes', '#rollRev': 'rollRev', '#imports': 'imports' },
    values: { ':vote': voteId, ':rollRev': rollRev },
  });

/** An import begins to write: goes into that transaction, and not while a vote holds the roll. */
export const importHoldsRoll = (compoundId: string, importId: string): TransactItem =>
  change(
    compoundId,
    'ADD #imports :import, #rev :one',
    { ':import': new Set([importId]) },
    'attribute_not_exists(#votes)',
  );

/** What an import writes it writes while it holds the roll: a run that comes late, after its end, no more. */
export const importHoldsStill = (compoundId: string, importId: string): TransactItem =>
  check({
    key: keys.rollHold(compoundId),
    when: 'contains(#imports, :import)',
    names: { '#imports': 'imports' },
    values: { ':import': importId },
  });

export const importLeavesRoll = (compoundId: string, importId: string): TransactItem =>
  change(compoundId, 'DELETE #imports :import ADD #rev :one', { ':import': new Set([importId]) });
