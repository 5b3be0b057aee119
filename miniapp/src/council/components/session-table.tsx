import type { SessionView } from '@gongyi/shared/council/contract';
import { speakingParties, speaksAs } from '@gongyi/shared/council/seats';
import type { AgendaItem } from '@gongyi/shared/council/session';
import { STANCE_NAMES } from '@gongyi/shared/council/minutes';
import type { Party } from '@gongyi/shared/district/organisation';
import { FourTable } from '../../ui';
import { saidOf } from '../next-step';
import { SESSION } from '../session-copy';

interface Shown {
  /** 0 to 1; undefined: nobody holds the seat. */
  readonly fill: number | undefined;
  readonly words: string;
}

/** One side of the table: empty, expected, signed in, spoken, agreed. */
export const sideOf = (view: SessionView, item: AgendaItem | undefined, party: Party): Shown => {
  const speaking = speaksAs(view.seats, party);
  if (view.seats.find((seat) => seat.party === party)?.bodyId === undefined)
    return { fill: undefined, words: SESSION.empty };
  if (!view.quorum.present.includes(speaking)) return { fill: 0, words: SESSION.notYet };
  const stance = item === undefined ? undefined : saidOf(view, item).stances[speaking];
  if (item === undefined) return { fill: 1, words: SESSION.signedIn };
  if (stance === undefined) return { fill: 0.3, words: SESSION.signedIn };
  return { fill: stance === 'agree' ? 1 : 0.65, words: STANCE_NAMES[stance] };
};

/** The table of four in a session: who has come, and on the item at hand how each stands. */
export const SessionTable = ({ view, item }: { view: SessionView; item?: AgendaItem | undefined }) => {
  const side = (party: Party): Shown => sideOf(view, item, party);
  const sides = {
    'committee-of-residents': side('committee-of-residents'),
    'party-branch': side('party-branch'),
    'owners-committee': side('owners-committee'),
    'property-company': side('property-company'),
  };
  const seats = speakingParties(view.seats).length;
  const spoken = item === undefined ? 0 : Object.keys(saidOf(view, item).stances).length;
  const figure = item === undefined ? view.quorum.present.length : spoken;
  return (
    <FourTable
      fills={{
        'committee-of-residents': sides['committee-of-residents'].fill,
        'party-branch': sides['party-branch'].fill,
        'owners-committee': sides['owners-committee'].fill,
        'property-company': sides['property-company'].fill,
      }}
      numbers={{
        'committee-of-residents': sides['committee-of-residents'].words,
        'party-branch': sides['party-branch'].words,
        'owners-committee': sides['owners-committee'].words,
        'property-company': sides['property-company'].words,
      }}
      figure={`${String(figure)}/${String(item === undefined ? seats : view.quorum.present.length)}`}
      caption={item === undefined ? '方已到' : item.state === 'voting' ? '方已投' : '方已表态'}
    />
  );
};
