import { checkpointBody } from '@gongyi/shared/votes/log/checkpoint';
import type { Due } from '../platform/due-walk';
import { walkDue } from '../platform/due-walk';
import type { Task } from '../platform/schedule';
import { originOf, signedByLog } from './log-key';
import { keepHashes } from './log-hashes';
import { moveTurnout } from './turnout';
import { LOG_DUE, dueAgain, findLog, leaveClock, logRoot, noteCheckpoint } from './vote-log-store';
import type { LogHead } from './vote-log-store';

/** Signs the log as it stands, unless a checkpoint of its size stands already. */
export const signCheckpoint = async (voteId: string, log: LogHead, now: number): Promise<void> => {
  if (log.checkpointSize >= log.size) return;
  await keepHashes(voteId, log.size);
  const body = checkpointBody({ origin: originOf(voteId), size: log.size, root: logRoot(log) });
  await noteCheckpoint(voteId, log.size, await signedByLog(voteId, body), now);
};

/** A log that grew: signed, the public turnout moved on, and off the clock until it grows again. */
const handle = async ({ key, dueSk }: Due, now: number): Promise<void> => {
  const voteId = key.pk.slice(key.pk.indexOf('#') + 1);
  const log = await findLog(voteId);
  if (log === undefined) return;
  await signCheckpoint(voteId, log, now);
  const again = await moveTurnout(voteId, log, now);
  if (again === undefined) await leaveClock(voteId, log.size, dueSk);
  else await dueAgain(voteId, again, dueSk);
};

export const logsDue: Task = {
  task: 'ballots',
  run: (now) => walkDue(LOG_DUE, now, (due) => handle(due, now)),
};
