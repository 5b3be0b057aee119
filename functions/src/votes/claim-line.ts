import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { electorByRoll } from '@gongyi/shared/votes/elector-rules';
import { findPerson } from '../people/public';
import { derivedId } from '../platform/idempotency';
import type { Call } from '../platform/router';
import type { BallotLine, LineHomeItem } from './ballot-item';
import { findLine, findWholeLine } from './ballot-store';
import { writeLine } from './line-change-store';
import { isOnRoll, maskedName, ownersOnRoll } from './line-people';

/** Why an owner of a line may not cast it. */
const withheld = (line: BallotLine, personId: string): Refusal | undefined => {
  if (line.elector === personId) return undefined;
  if (line.returnedAt !== undefined) return refuse('paper-returned');
  if (line.elector !== undefined) return refuse('not-the-elector');
  if (line.sealed !== undefined) return refuse('vote-closed');
  return line.coOwners > 1 ? refuse('voter-not-named') : undefined;
};

/**
 * Gives a line to the owner who comes to it after the roll was frozen: the one owner on it, by the number they have
 * proven, and nobody beside them with another of that owner's numbers. Undefined for whose number is not on the frozen
 * roll there, also if they own a home of it by now; else a refusal, or that it is theirs.
 */
export const claimLine = async (
  voteId: string,
  seen: BallotLine,
  call: Call,
): Promise<'mine' | Refusal | undefined> => {
  const [whole, person] = await Promise.all([findWholeLine(voteId, seen.no), findPerson(call.who.personId)]);
  if (whole === undefined || !isOnRoll(whole.homes, person?.phoneHash)) return undefined;
  const why = withheld(whole.line, call.who.personId);
  if (why !== undefined) return why;
  if (whole.line.elector === call.who.personId) return 'mine';
  return claim(voteId, whole.line, whole.homes, call);
};

const claim = async (
  voteId: string,
  line: BallotLine,
  homes: readonly LineHomeItem[],
  { who, now }: Call,
): Promise<'mine' | Refusal> => {
  const owners = (await ownersOnRoll(homes)).map(({ personId }) => personId);
  if (electorByRoll(line, owners) !== who.personId) return refuse('not-the-elector');
  // One operation a person and line, whichever call comes to it first.
  const op = derivedId('claimed', voteId, String(line.no), who.personId);
  const by = await maskedName(who.personId);
  const event = {
    id: op,
    kind: 'elector-claimed' as const,
    line: line.no,
    at: now,
    byId: who.personId,
    by,
    photos: [],
  };
  const set = { elector: who.personId, electorBy: 'roll', electorAt: now };
  await writeLine({ voteId, seen: line, set, event, also: [], until: 'cast' }, { op, opHash: op });
  const after = await findLine(voteId, line.no);
  if (after?.elector === who.personId) return 'mine';
  return (after && withheld(after, who.personId)) ?? refuse('not-the-elector');
};
