import { putNew } from '../platform/table';
import type { TransactItem } from '../platform/table';
import { keys } from '../platform/table-shape';
import type { Call } from '../platform/router';
import type { Found } from './edit-line';

/** A line of very many homes is one owner's; these stand for them. */
const MOST_HOMES = 60;

const told = (kind: string, { vote, line, homes }: Found, { now }: Call) => ({
  kind,
  voteId: vote.id,
  line: line.no,
  homeIds: homes.slice(0, MOST_HOMES).map(({ homeId }) => homeId),
  at: now,
});

/** What the people of a line's homes are told; notices hear of it by the stream. */
export const tellHomes = (kind: string, found: Found, call: Call): TransactItem =>
  putNew({ ...keys.voteTelling(found.vote.id, call.op), ...told(kind, found, call) });

/** Somebody hears that a ballot is theirs to cast, or no longer. */
export const tellPerson = (kind: 'entrusted' | 'released', personId: string, found: Found, call: Call): TransactItem =>
  putNew({
    ...keys.voteTelling(found.vote.id, `${call.op}.${kind}.${personId}`),
    ...told(kind, found, call),
    personIds: [personId],
  });

/** Owners hear who was entered to cast for them, without the name, and that person hears of it. */
export const tellOfElector = (kind: string, personId: string, found: Found, call: Call): TransactItem[] => [
  putNew({ ...keys.voteTelling(found.vote.id, call.op), ...told(kind, found, call), exceptId: personId }),
  tellPerson('entrusted', personId, found, call),
];
