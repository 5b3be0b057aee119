import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { findPerson } from '../people/public';
import type { Call } from '../platform/router';
import type { TransactItem } from '../platform/table';
import { ownedLineNos, wholeLinesAt } from './ballot-store';
import { worksForCompany } from './company';
import type { Found } from './edit-line';
import { countedLineNos, electorEnds, electorNamed, electorTakes } from './entrusted-store';
import { ownersOnRoll } from './line-people';
import { tellPerson } from './line-telling';
import { castIsLearned } from './note-look';

/**
 * Places of the limit per person: for every line that somebody casts without owning a home of it, by written
 * authorisation or named by staff, so that naming is no way round the limit of proxies.
 */
const full = async (found: Found, personId: string, most: number, call: Call): Promise<Refusal | undefined> => {
  const held = await countedLineNos(found.vote.id, personId);
  if (held.includes(found.line.no) || held.length < most) return undefined;
  // A place still taken of a line that they do not hold any more tells that they cast it.
  for (const { line, homes } of await wholeLinesAt(found.vote.id, held))
    if (line.ballot !== undefined && line.elector !== personId && line.proxyOf !== personId)
      await castIsLearned({ vote: found.vote, line, homes }, call);
  return refuse('proxy-limit', { most });
};

/** An owner by the frozen roll of any home of the vote. */
const ownsALine = async (voteId: string, personId: string): Promise<boolean> => {
  const phoneHash = (await findPerson(personId))?.phoneHash;
  return phoneHash !== undefined && (await ownedLineNos(voteId, phoneHash)).length > 0;
};

/**
 * A place for a proxy: none where the rules allow no proxies. Whom the assembly hires is nobody's proxy either, unless
 * they own a home that decides with the others.
 */
export const placeForProxy = async (
  found: Found,
  personId: string,
  call: Call,
): Promise<readonly TransactItem[] | Refusal> => {
  const { vote, head, line } = found;
  if ((await worksForCompany(vote.compoundId, personId, call.now)) && !(await ownsALine(vote.id, personId)))
    return refuse('works-for-company');
  const why = await full(found, personId, head.headsPerProxy, call);
  return why ?? [electorTakes(vote.id, personId, line.no, head.headsPerProxy)];
};

/**
 * A place for whom staff name: none needed by an owner of the line's homes; for others the same as for proxies, one
 * at least, since a line of the developer's or of a company's needs somebody. Whom the assembly hires is nobody's voice.
 */
export const placeForNamed = async (
  found: Found,
  personId: string,
  call: Call,
): Promise<readonly TransactItem[] | Refusal> => {
  const { vote, head, line, homes } = found;
  const owners = await ownersOnRoll(homes);
  if (owners.some((owner) => owner.personId === personId)) return [electorNamed(vote.id, personId, line.no)];
  if (await worksForCompany(vote.compoundId, personId, call.now)) return refuse('works-for-company');
  const most = Math.max(1, head.headsPerProxy);
  const why = await full(found, personId, most, call);
  return why ?? [electorTakes(vote.id, personId, line.no, most)];
};

/** Who loses a line hears of it, and has the place free again unless it was used. */
export const placesFreed = (found: Found, people: readonly (string | undefined)[], call: Call): TransactItem[] => {
  const { vote, line } = found;
  return [...new Set(people.flatMap((personId) => personId ?? []))].flatMap((personId) => [
    ...(line.ballot === undefined ? [electorEnds(vote.id, personId, line.no)] : []),
    tellPerson('released', personId, found, call),
  ]);
};
