import { Vote } from '@gongyi/shared/votes/vote';
import { afterVoteEffect, voteWords } from '@gongyi/shared/votes/vote-effects';
import type { VoteEffect } from '@gongyi/shared/votes/vote-effects';
import { voteDeadline } from '@gongyi/shared/votes/vote-rules';
import { listedAfter } from '@gongyi/shared/votes/vote-steps';
import type { VoteStep } from '@gongyi/shared/votes/vote-steps';
import * as z from 'zod/mini';
import { changeSeen, recordAfter, recordPage } from '../platform/record-steps';
import type { Doing } from '../platform/record-steps';
import { getItem, getItems, putNew, queryAll } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import { stepOf } from '../platform/record-item';
import type { StoredStep } from '../platform/record-item';
import { beginsWith, putStep } from './step-item';

/**
 * Votes of owners' assemblies, each with the steps of its record in one partition. A move is one transaction:
 * the vote, only if it still is as its maker saw it (revision and status), and the step that tells of it.
 */
export const VOTE_DUE = 'vote';

export const voteOf = (item: Item): Vote => z.parse(Vote, item);

export const isVoteKey = (pk: string, sk: string): boolean => pk.startsWith(keys.vote('').pk) && sk === 'VOTE';
export const isVoteStepKey = (pk: string, sk: string): boolean =>
  pk.startsWith(keys.vote('').pk) && sk.startsWith('EV#');

export const findVote = async (voteId: string): Promise<Vote | undefined> => {
  const item = await getItem(keys.vote(voteId), { consistent: true });
  return item && voteOf(item);
};

/** Steps whose words are those of the vote itself: one verdict settles both. */
const TEXT_STEPS: readonly string[] = ['drafted', 'petitioned', 'amended'] satisfies VoteStep[];
export const isVoteText = (step: { readonly kind: string; readonly words?: string | undefined }): boolean =>
  TEXT_STEPS.includes(step.kind) && step.words !== undefined;

/**
 * The attributes to store, with the place in the index of deadlines. What comes due by a write at `now` although
 * its time is long past falls due at `now`: hours that the walk has finished are not walked again.
 */
export const voteAttributes = (vote: Vote, now = 0): Item => {
  const deadline = voteDeadline(vote);
  return { ...vote, ...(deadline === undefined ? {} : keys.due(VOTE_DUE, Math.max(deadline.at, now), vote.id)) };
};

export const voteSteps = (voteId: string, after = 0): Promise<StoredStep[]> =>
  recordAfter(keys.voteStep, voteId, after);
/** These steps alone, in their order. */
export const voteStepsAt = async (voteId: string, revs: readonly number[]): Promise<StoredStep[]> => {
  if (revs.length === 0) return [];
  const wanted = [...new Set(revs)].map((rev) => keys.voteStep(voteId, rev));
  const items = await getItems(wanted, { consistent: true });
  return items.map(stepOf).sort((one, other) => one.rev - other.rev);
};
export const voteStepsPage = (voteId: string, limit: number, after: Record<string, unknown> | undefined) =>
  recordPage(keys.voteStep, voteId, limit, after);

const STEPS_AT_ONCE = 100;

interface Corrected {
  readonly id: string;
  readonly petition?: { readonly signed: number } | undefined;
}

/**
 * Steps that put a line of the roll right, in order. There are none before the notice or after the opening: what
 * owners signed for the vote, or objected to its result, a step each, is not read for them.
 */
export const correctionSteps = async ({ id, petition }: Corrected): Promise<StoredStep[]> => {
  const found: StoredStep[] = [];
  let after: Record<string, unknown> | undefined =
    petition === undefined || petition.signed === 0 ? undefined : { ...keys.voteStep(id, petition.signed) };
  do {
    const { steps, lastKey } = await voteStepsPage(id, STEPS_AT_ONCE, after);
    found.push(...steps.filter(({ kind }) => kind === 'roll-corrected'));
    after = steps.some(({ kind }) => kind === 'opening') ? undefined : lastKey;
  } while (after !== undefined);
  return found;
};

/** The writes of one step: the vote, if it is still as seen, and the step. */
export const voteWrites = (before: Vote, effect: VoteEffect, doing: Doing): TransactItem[] => {
  const { step, write } = putStep(keys.voteStep, VOTE_DUE, before, effect.event, doing);
  const after = { ...afterVoteEffect(before, effect), fingerprint: step.fingerprint };
  return [changeSeen(keys.vote(before.id), voteAttributes(before), voteAttributes(after, doing.now), doing.op), write];
};

const TopicRow = z.object({ voteId: z.string() });

/** Votes that took a council's topic on, oldest first. */
export const findVotesOfTopic = async (topicId: string): Promise<Vote[]> => {
  const rows = await queryAll(keys.topicVotes(topicId));
  if (rows.length === 0) return [];
  const items = await getItems(rows.map((row) => keys.vote(z.parse(TopicRow, row).voteId)));
  return items.map(voteOf).sort((a, b) => a.begunAt - b.begunAt);
};

/** The writes that make a vote, with the row under the topic that it takes on, and with the first step of its record. */
export const voteBegins = (vote: Omit<Vote, 'fingerprint'>, kind: VoteStep, doing: Doing): TransactItem[] => {
  const { title, scope, matters } = vote;
  const happened = {
    kind,
    words: voteWords(title, scope, matters),
    photos: matters.flatMap(({ attachments }) => attachments),
    facts: { title, matters: matters.length, starter: vote.starter },
  };
  const begins = beginsWith({
    key: keys.vote(vote.id),
    stepKey: keys.voteStep,
    due: VOTE_DUE,
    item: vote,
    attributes: (fingerprint) =>
      voteAttributes({ ...vote, fingerprint, listed: listedAfter([], vote.rev, kind) }, doing.now),
    happened,
    doing,
  });
  if (vote.topicId === undefined) return begins;
  return [...begins, putNew({ ...keys.topicVote(vote.topicId, vote.id), voteId: vote.id })];
};
