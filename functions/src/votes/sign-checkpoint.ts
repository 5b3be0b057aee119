import { checkpointBody } from '@gongyi/shared/votes/log/checkpoint';
import type { Due } from '../platform/due-walk';
import { walkDue } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { originOf, signedByLog } from './log-key';
import { keepHashes, logTree } from './log-hashes';
import { moveTurnout } from './turnout';
import { shownTurnout } from './turnout-store';
import type { ShownTurnout } from './turnout-store';
import { LOG_DUE, dueAgain, findLog, leaveClock, logRoot, noteCheckpoint } from './vote-log-store';
import type { LogHead } from './vote-log-store';

/** The leaf that a log begins with. */
const OPENING = 1;

/** Signs the first `size` leaves of a log, unless a checkpoint of so many stands already. */
const signUpTo = async (voteId: string, log: LogHead, size: number, now: number): Promise<void> => {
  if (log.checkpointSize >= size) return;
  await keepHashes(voteId, size);
  const root = size === log.size ? logRoot(log) : (await logTree(voteId, size)).root();
  const body = checkpointBody({ origin: originOf(voteId), size, root });
  await noteCheckpoint(voteId, size, await signedByLog(voteId, body), now);
};

/** Signs the log as it stands. */
export const signCheckpoint = (voteId: string, log: LogHead, now: number): Promise<void> =>
  signUpTo(voteId, log, log.size, now);

/**
 * How many leaves the public may know of. While ballots come in, a checkpoint at any other moment than the public
 * turnout's own steps would tell of them one by one. Before the first step the opening alone; an extension, which
 * may be made at any moment, is announced and recorded at once, and signed with the next step or the close.
 */
const publicSize = ({ closed, size }: LogHead, shown: ShownTurnout | undefined): number =>
  closed === undefined ? (shown?.leaves ?? OPENING) : size;

/** A log that grew: the public turnout moved on, signed as far as that goes, and off the clock until it grows again. */
const handle = async ({ key, dueSk }: Due, now: number): Promise<void> => {
  const voteId = key.pk.slice(key.pk.indexOf('#') + 1);
  const log = await findLog(voteId);
  if (log === undefined) return;
  const again = await moveTurnout(voteId, log, now);
  // Read after it moved: whoever moved it, and whether or not they came to sign.
  await signUpTo(voteId, log, publicSize(log, await shownTurnout(voteId)), now);
  if (again === undefined) await leaveClock(voteId, log.size, dueSk);
  else await dueAgain(voteId, again, dueSk);
};

export const logsDue: Task = {
  task: 'ballots',
  run: (now) => walkDue(LOG_DUE, now, (due) => handle(due, now)),
};
