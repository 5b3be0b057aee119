import * as z from 'zod/mini';
import { headKey } from '@gongyi/shared/district/roll-rules-heads';
import { HomeStatus, RollOwner } from '@gongyi/shared/district/roll';
import type { RollHome } from '@gongyi/shared/district/roll';
import { Id, Instant } from '@gongyi/shared/kernel/schema';
import { open, seal } from '../platform/envelope';
import { keyedHash } from '../platform/keyed-hash';
import { ownerNameHash } from './owner-match';

/**
 * A line of the roll at rest. Owners are sealed; what has to be compared or looked up without opening them
 * lies beside as keyed hashes: the head the home belongs to, its owners, their phones.
 */
export const RollLine = z.object({
  homeId: z.string(),
  building: z.string(),
  entrance: z.string(),
  room: z.string(),
  area: z.int(),
  status: HomeStatus,
  /** Owners with all that the file says of them, as JSON, sealed. */
  sealed: z.string(),
  /** What a person's own word is matched with: one entry an owner. None while the developer holds the home. */
  owners: z.array(z.object({ nameHash: z.string(), phoneHashes: z.array(z.string()) })),
  head: z.string(),
  ownersHash: z.string(),
  phonesHash: z.string(),
  rev: z.int(),
  /** By which import, whether it added or changed the line, who had it started and when. */
  importId: Id,
  how: z.enum(['added', 'changed']),
  changedBy: Id,
  changedAt: Instant,
});
export type RollLine = z.output<typeof RollLine>;

/** What of a line comes from the file, without what is sealed. */
export type RollContent = Pick<RollLine, 'homeId' | 'area' | 'status' | 'head' | 'ownersHash' | 'phonesHash'>;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const owned = (owners: readonly RollOwner[], withPhones: boolean): string =>
  JSON.stringify(
    owners
      .map(({ name, idDigits, phones }) =>
        JSON.stringify([name, idDigits ?? '', ...(withPhones ? [...phones].sort(byText) : [])]),
      )
      .sort(byText),
  );

export const homeIdOf = (compoundId: string, home: Pick<RollHome, 'path'>): string => `${compoundId}.${home.path}`;

/** Hashes are bound to the home or compound, so that equal owners elsewhere cannot be told by them. */
export const contentOf = async (compoundId: string, home: RollHome): Promise<RollContent> => {
  const homeId = homeIdOf(compoundId, home);
  const [head, ownersHash, phonesHash] = await Promise.all([
    keyedHash('owner', `head ${compoundId} ${headKey(home)}`),
    keyedHash('owner', `owners ${homeId} ${owned(home.owners, false)}`),
    keyedHash('owner', `phones ${homeId} ${owned(home.owners, true)}`),
  ]);
  return { homeId, area: home.area, status: home.status, head, ownersHash, phonesHash };
};

export type HomeChange = 'area' | 'status' | 'owners' | 'phones';

/** What differs between a stored line and a home of a file, told without opening the line. */
export const changesOf = (line: RollContent, next: RollContent): HomeChange[] => {
  const what: HomeChange[] = [];
  if (line.area !== next.area) what.push('area');
  if (line.status !== next.status) what.push('status');
  if (line.ownersHash !== next.ownersHash) what.push('owners');
  else if (line.phonesHash !== next.phonesHash) what.push('phones');
  return what;
};

const sealedFor = (homeId: string): string => `roll:${homeId}`;

export type LineOrigin = Pick<RollLine, 'importId' | 'how' | 'changedBy' | 'changedAt' | 'rev'>;

const matchable = async ({ name, phones }: RollOwner): Promise<RollLine['owners'][number]> => ({
  nameHash: await ownerNameHash(name),
  phoneHashes: await Promise.all(phones.map((phone) => keyedHash('phone', phone))),
});

export const lineOf = async (home: RollHome, content: RollContent, origin: LineOrigin): Promise<RollLine> => ({
  ...content,
  building: home.building,
  entrance: home.entrance,
  room: home.room,
  sealed: await seal(JSON.stringify(home.owners), sealedFor(content.homeId)),
  // A developer's telephone opens no home.
  owners: home.status === 'unsold' ? [] : await Promise.all(home.owners.map(matchable)),
  ...origin,
});

/** The rows by which the owners' numbers find the home. */
export const phoneHashesOf = (line: RollLine): string[] => [
  ...new Set(line.owners.flatMap(({ phoneHashes }) => phoneHashes)),
];

export const ownersOf = async (line: RollLine): Promise<RollOwner[]> => {
  const owners: unknown = JSON.parse(await open(line.sealed, sealedFor(line.homeId)));
  return z.parse(z.array(RollOwner), owners);
};
