import { inScope } from '@gongyi/shared/votes/electorate';
import { VOTE_STEPS } from '@gongyi/shared/votes/vote-steps';
import * as z from 'zod/mini';
import { rollHomesPage } from '../district/public';
import { ownerIdsOf } from '../people/public';
import type { Job, JobKind, JobStep } from '../platform/jobs';
import { keys } from '../platform/table-shape';
import { getItem } from '../platform/table';
import { tell } from './tell';
import { findVoteToTell } from './vote-recipients';
import { VOTE_TELLINGS, votePush } from './vote-tellings';

/**
 * Tells all owners of a vote's homes of one step, some hundred homes at a time: ten thousand inboxes are more than
 * one call writes. A step run twice tells nobody twice.
 */
export const TELL_OWNERS_JOB = 'tell-owners';
export const tellOwnersId = (voteId: string, rev: number): string => `tell-${voteId}-${String(rev)}`;

const HOMES_A_STEP = 200;
const AT_ONCE = 20;

const Step = z.object({
  facts: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
});

const ownersOf = async (homeIds: readonly string[], now: number): Promise<string[]> => {
  const found: string[] = [];
  for (let at = 0; at < homeIds.length; at += AT_ONCE) {
    const some = await Promise.all(homeIds.slice(at, at + AT_ONCE).map((homeId) => ownerIdsOf(homeId, now)));
    found.push(...some.flat());
  }
  return found;
};

const step = async (job: Job, now: number): Promise<JobStep> => {
  const { voteId = '', rev = '', kind = '', byId = '' } = job.input;
  const vote = await findVoteToTell(voteId);
  const happened = VOTE_STEPS.find((one) => one === kind);
  const telling = happened && VOTE_TELLINGS[happened].find(({ to }) => to === 'owners');
  const over = { cursor: job.cursor, progress: job.progress, finished: true };
  if (vote === undefined || telling === undefined) return over;
  const stored = z.safeParse(Step, await getItem(keys.voteStep(voteId, Number(rev)), { consistent: true }));
  const after = Object.keys(job.cursor).length === 0 ? undefined : job.cursor;
  const { homes, lastKey } = await rollHomesPage(vote.compoundId, HOMES_A_STEP, after);
  const homeIds = homes.map(({ homeId }) => homeId).filter((homeId) => inScope(vote.scope, homeId));
  await tell(
    {
      personIds: (await ownersOf(homeIds, now)).filter((personId) => personId !== byId),
      causeId: `${voteId}.${rev}.${kind}`,
      kind: telling.kind,
      title: telling.title,
      words: telling.words(vote, stored.success ? stored.data.facts : {}),
      subject: { kind: 'vote', id: voteId },
      push: votePush(telling.push, vote, now),
    },
    now,
  );
  const told = job.progress.done + homes.length;
  const progress = { done: told, total: Math.max(told, vote.electorate?.homes ?? told) };
  if (lastKey === undefined) return { ...over, progress };
  return { cursor: { pk: String(lastKey['pk']), sk: String(lastKey['sk']) }, progress, finished: false };
};

export const tellOwnersJob: JobKind = { kind: TELL_OWNERS_JOB, step };
