import { CommitteeVote, committeeDeadline } from '@gongyi/shared/votes/committee-vote';
import type { CommitteeStep } from '@gongyi/shared/votes/committee-vote';
import * as z from 'zod/mini';
import type { Happened, StoredStep } from '../platform/record-item';
import { changeSeen, recordAfter } from '../platform/record-steps';
import type { Doing } from '../platform/record-steps';
import { stepVerdict } from '../platform/step-verdict';
import type { Judge, Verdict } from '../platform/step-verdict';
import { changeOnce, getItem } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { beginsWith, putStep } from './step-item';

/** Votes of owners' committees, each with the steps of its record. */
export const COMMITTEE_DUE = 'committee-vote';

export const committeeOf = (item: Item): CommitteeVote => z.parse(CommitteeVote, item);
export const isCommitteeKey = (pk: string, sk: string): boolean =>
  pk.startsWith(keys.committeeVote('').pk) && sk === 'CVOTE';

export const findCommitteeVote = async (id: string): Promise<CommitteeVote | undefined> => {
  const item = await getItem(keys.committeeVote(id), { consistent: true });
  return item && committeeOf(item);
};

export const committeeSteps = (id: string, after = 0): Promise<StoredStep[]> =>
  recordAfter(keys.committeeStep, id, after);

const attributes = (vote: CommitteeVote, now: number): Item => {
  const at = committeeDeadline(vote);
  return { ...vote, ...(at === undefined ? {} : keys.due(COMMITTEE_DUE, Math.max(at, now), vote.id)) };
};

export interface CommitteeEffect {
  readonly change: Partial<Omit<CommitteeVote, 'id' | 'rev' | 'fingerprint'>>;
  readonly event: Happened & { readonly kind: CommitteeStep };
}

/** Positions that are missing: of members who came and have not said how they vote on a matter. */
export const missingIn = ({ matters, attending, positions }: CommitteeVote): number =>
  matters.reduce((sum, { id }) => sum + attending.filter((one) => positions[id]?.[one] === undefined).length, 0);

/** The count and the roll-call stand. */
export const rollCallEnded = (vote: CommitteeVote, now: number): CommitteeEffect => ({
  change: { status: 'closed', closedAt: now },
  event: {
    kind: 'closed',
    facts: { attending: vote.attending.length, members: vote.members.length, missing: missingIn(vote) },
  },
});

export const committeeWrites = (before: CommitteeVote, effect: CommitteeEffect, doing: Doing): TransactItem[] => {
  const { step, write } = putStep(keys.committeeStep, COMMITTEE_DUE, before, effect.event, doing);
  const after = { ...before, ...effect.change, rev: before.rev + 1, fingerprint: step.fingerprint };
  const key = keys.committeeVote(before.id);
  return [changeSeen(key, attributes(before, 0), attributes(after, doing.now), doing.op), write];
};

export const committeeBegins = (
  vote: Omit<CommitteeVote, 'fingerprint'>,
  words: string,
  doing: Doing,
): TransactItem[] =>
  beginsWith({
    key: keys.committeeVote(vote.id),
    stepKey: keys.committeeStep,
    due: COMMITTEE_DUE,
    item: vote,
    attributes: (fingerprint) => attributes({ ...vote, fingerprint }, doing.now),
    happened: { kind: 'called', words, facts: { meetsAt: vote.meetsAt, members: vote.members.length } },
    doing,
  });

export const settleCommitteeWords = async (
  id: string,
  rev: number,
  verdict: Verdict,
  person?: Judge,
): Promise<boolean> => (await changeOnce(stepVerdict(keys.committeeStep(id, rev), verdict, person))).done;
