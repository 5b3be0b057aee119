import { ancestorOf, parentOf, within } from '@gongyi/shared/district/place';
import { MARKS, marksOf } from '../world/people';
import type { Person } from '../world/people';
import { CAST } from '../world/cast';
import { DISTRICT, communityOf, compoundOf, streetOf } from '../world/places';
import type { Side } from '../world/places';

/**
 * Who may read whose marked texts, kept by hand beside the system under test. A person's private words and full
 * name may be read by themself, by the people verified in the same home, and by the staff who stand above one
 * of the places they act in, or whose office serves it. Words of a request about a home are for the people verified
 * there too, whoever filed it. What somebody is about to be given counts as given.
 */
export interface Secrets {
  readonly add: (person: Person) => void;
  /** `personId` acts in a place: its staff may learn their name. */
  readonly actsIn: (personId: string, placeId: string) => void;
  /** `personId` files about a place, perhaps a home they only claim: its people read what is wrong in their home. */
  readonly filesAbout: (personId: string, placeId: string) => void;
  readonly livesIn: (personId: string, homeId: string) => void;
  /** Somebody was given a role for some place: no longer watched. */
  readonly promote: (phone: string) => void;
  /** Somebody leads a team of volunteers and may know its people: no longer watched. */
  readonly leads: (personId: string) => void;
  /** Marks and numbers in `text` that are no business of `readerId`'s; undefined is somebody not signed in. */
  readonly leaked: (text: string, readerId: string | undefined, shows: Shown) => string[];
}

/** What a route is there to show: a number, or the names of those who act in an office, as scrutineers do. */
export interface Shown {
  readonly phone: boolean;
  readonly offices: boolean;
}

interface Known {
  readonly person: Person;
  /** Places and grids this person serves as staff. */
  readonly serves: string[];
  /** Has a role of some kind. Colleagues may know each other's names. */
  readonly staff: boolean;
  /** Staff or a member of an owners' committee: what they do in that office is published by name. */
  readonly inOffice: boolean;
  readonly acts: Set<string>;
  readonly homes: Set<string>;
  /** Places whose requests carry this person's words. */
  readonly filedAbout: Set<string>;
}

const SERVES: Readonly<Record<string, (side: Side) => string>> = {
  company: compoundOf,
  committee: communityOf,
  'property-office': streetOf,
  'street-office': streetOf,
};
const STAFF = ['grid-worker', 'community-worker', 'community-secretary', 'street-officer', 'command-officer'];

const servedBy = (name: string): string[] =>
  (CAST[name]?.grants ?? []).flatMap(({ role, placeId, organisation, ended }) => {
    if (ended === true) return [];
    if (placeId !== undefined) return STAFF.includes(role) ? [placeId] : [];
    const [side, kind = ''] = (organisation ?? '').split('.');
    return [side === 'a' || side === 'b' ? (SERVES[kind]?.(side) ?? DISTRICT) : DISTRICT];
  });

// Building 1 lies in grid 1, building 2 in grid 2.
const gridOf = (placeId: string): string | undefined => {
  const building = ancestorOf(placeId, 'building');
  const community = ancestorOf(placeId, 'community');
  return building === undefined ? undefined : `${community ?? ''}.g${building.split('.b')[1] ?? ''}`;
};

const stands = (serves: string, placeId: string): boolean => within(placeId, serves) || gridOf(placeId) === serves;

const around = (text: string, mark: string): string => {
  const at = text.indexOf(mark);
  return text.slice(Math.max(0, at - 120), at + 30);
};

export const openSecrets = (): Secrets => {
  const known = new Map<string, Known>();
  const owners = new Map<string, { readonly id: string; readonly isName: boolean }>();
  const phones = new Map<string, string>();
  const promoted = new Set<string>();

  const entitled = (reader: Known, owner: Known, isName: boolean): boolean => {
    if (reader === owner) return true;
    if ([...owner.homes].some((home) => reader.homes.has(home))) return true;
    if (!isName && [...owner.filedAbout].some((place) => reader.homes.has(place))) return true;
    if (isName && (reader.person.name === 'admin' || (reader.staff && owner.staff))) return true;
    return [...owner.acts].some((place) => reader.serves.some((serves) => stands(serves, place)));
  };
  const nameOf = (mark: string): string => known.get(owners.get(mark)?.id ?? '')?.person.name ?? '';
  const actsIn = (personId: string, placeId: string): void => {
    if (parentOf(placeId) !== undefined) known.get(personId)?.acts.add(placeId);
  };
  return {
    add: (person) => {
      const plan = CAST[person.name];
      const homeId = plan?.home?.id;
      const serves = servedBy(person.name);
      known.set(person.personId, {
        person,
        serves,
        staff: serves.length > 0,
        inOffice: serves.length > 0 || (plan?.grants ?? []).some(({ role }) => role.startsWith('owners-committee')),
        // Where staff work, their colleagues know their names.
        acts: new Set([...serves, ...(homeId === undefined ? [] : [homeId])]),
        homes: new Set(homeId === undefined || plan?.home?.stands !== undefined ? [] : [homeId]),
        filedAbout: new Set(),
      });
      const { ofName, ofWords } = marksOf(person.name);
      owners.set(ofName, { id: person.personId, isName: true });
      owners.set(ofWords, { id: person.personId, isName: false });
      phones.set(person.phone, person.personId);
    },
    actsIn,
    filesAbout: (personId, placeId) => {
      known.get(personId)?.filedAbout.add(placeId);
      actsIn(personId, placeId);
    },
    livesIn: (personId, homeId) => {
      known.get(personId)?.homes.add(homeId);
      actsIn(personId, homeId);
    },
    promote: (phone) => {
      const personId = phones.get(phone);
      if (personId !== undefined) promoted.add(personId);
    },
    leads: (personId) => void promoted.add(personId),
    leaked: (text, readerId, shows) => {
      if (readerId !== undefined && promoted.has(readerId)) return [];
      const reader = readerId === undefined ? undefined : known.get(readerId);
      const marks = [...new Set(text.match(MARKS) ?? [])].filter((mark) => {
        const found = owners.get(mark);
        const owner = found && known.get(found.id);
        if (found === undefined || owner === undefined || (found.isName && promoted.has(found.id))) return false;
        if (shows.offices && found.isName && owner.inOffice) return false;
        return reader === undefined || !entitled(reader, owner, found.isName);
      });
      const named = marks.map((mark) => `${nameOf(mark)} ${around(text, mark)}`);
      if (shows.phone) return named;
      const numbers = text.match(/(?<!\d)1\d{10}(?!\d)/g) ?? [];
      return [...named, ...numbers.filter((number) => phones.has(number) && phones.get(number) !== readerId)];
    },
  };
};
