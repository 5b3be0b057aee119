import { MINUTE } from '@gongyi/shared/kernel/time';
import type { Measure } from '@gongyi/shared/votes/assembly-rules';
import { TURNOUT_STEP, nextTurnout } from '@gongyi/shared/votes/turnout-rules';
import { findHead } from './ballot-store';
import { paperCount, showTurnout, shownTurnout } from './turnout-store';
import type { LogHead } from './vote-log-store';

/** Heads that voted by phone as far as logged, and those whose paper came back: true until papers are counted. */
const tookPartSoFar = async (voteId: string, { heads, area }: LogHead): Promise<Measure> => {
  const papers = await paperCount(voteId);
  return { heads: heads + papers.heads, area: area + papers.area };
};

/**
 * A paper that was counted is in the log, and still among those that came back. Asked after the log was read: a log
 * that was read while papers were not counted yet has none of them.
 */
const papersAreCounted = async (voteId: string): Promise<boolean> => {
  const head = await findHead(voteId, { consistent: true });
  return head?.status !== 'open' && head?.status !== 'sealing';
};

/**
 * Moves the public turnout on if it may move: not while papers are counted, which would stand in it twice. Answers
 * when to look again: while more heads have voted than are shown and only the time is not yet.
 */
export const moveTurnout = async (voteId: string, log: LogHead, now: number): Promise<number | undefined> => {
  if (await papersAreCounted(voteId)) return undefined;
  const [shown, tookPart] = await Promise.all([shownTurnout(voteId), tookPartSoFar(voteId, log)]);
  const next = nextTurnout(shown, tookPart, now);
  if (next !== undefined && next !== shown) {
    await showTurnout(voteId, shown, { ...next, leaves: log.size });
    return undefined;
  }
  const waits = shown !== undefined && tookPart.heads - shown.tookPart.heads >= TURNOUT_STEP.heads;
  return waits && log.closed === undefined ? shown.at + TURNOUT_STEP.minutes * MINUTE : undefined;
};

/** After the close turnout is no secret any more: it is shown as it was. */
export const showExactTurnout = async (voteId: string, { heads, area, size }: LogHead, now: number): Promise<void> => {
  const shown = await shownTurnout(voteId);
  if (shown?.tookPart.heads === heads && shown.tookPart.area === area) return;
  await showTurnout(voteId, shown, {
    tookPart: { heads, area },
    at: Math.max(now, (shown?.at ?? 0) + 1),
    leaves: size,
  });
};
