import type { SessionView } from '@gongyi/shared/council/contract';
import { isConsensus, outcomeOf, silentOf } from '@gongyi/shared/council/outcome';
import type { Said } from '@gongyi/shared/council/outcome';
import { speakingParties } from '@gongyi/shared/council/seats';
import type { AgendaItem } from '@gongyi/shared/council/session';
import { mayBeCalledAgain, mayBeTakenDown, roundOf } from '@gongyi/shared/council/session-rules';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import type { Party } from '@gongyi/shared/district/organisation';

/** THE next step of a session for whoever chairs it. */
export type NextStep =
  | { readonly kind: 'open' | 'resume' | 'end' | 'send-minutes' | 'publish' | 'second-calling' }
  | { readonly kind: 'open-item'; readonly item: AgendaItem }
  | { readonly kind: 'hear' | 'vote'; readonly item: AgendaItem; readonly silent: readonly Party[] }
  | { readonly kind: 'call-vote' | 'conclude' | 'set-aside'; readonly item: AgendaItem }
  | { readonly kind: 'answer-objection'; readonly objectionRev: number };

export const runningItem = ({ agenda }: SessionView): AgendaItem | undefined =>
  agenda.find(({ state }) => state === 'open' || state === 'voting');

/** What may be set aside: the item at hand, else, where the parties are too few to take one up, the next of the agenda. */
export const settable = (view: SessionView): AgendaItem | undefined =>
  runningItem(view) ?? (view.quorum.reached ? undefined : view.agenda.find(({ state }) => state === 'waiting'));

/** Parties that are still waited for. Rows name the absent only once a session was to be held. */
export const awaited = ({ seats, quorum }: SessionView): Party[] =>
  speakingParties(seats).filter((party) => !quorum.present.includes(party));

/** For whom the chair may enter a position: its own party, and those there without a phone that have not spoken. */
export const enterable = (view: SessionView, item: AgendaItem): Party[] =>
  view.quorum.present.filter(
    (party) => (party === view.myParty && view.signedInByMe) || mayBeTakenDown(view, item, party),
  );

/** How the parties stand to an item now: in the vote once it was called, else in their positions. */
export const saidOf = (view: SessionView, item: AgendaItem): Said => {
  const round = roundOf(item);
  return {
    speaking: speakingParties(view.seats),
    present: view.quorum.present,
    stances: Object.fromEntries(
      item.positions.filter((one) => one.round === round).map(({ party, stance }) => [party, stance]),
    ),
  };
};

const stepOnItem = (view: SessionView, item: AgendaItem): NextStep => {
  const said = saidOf(view, item);
  const silent = silentOf(said);
  if (silent.length > 0) return { kind: item.state === 'voting' ? 'vote' : 'hear', item, silent };
  if (item.state === 'open') return { kind: isConsensus(said) ? 'conclude' : 'call-vote', item };
  const { agreed } = outcomeOf(said, 'vote', view.rules.rules.threeOfFourDecides);
  return { kind: agreed ? 'conclude' : 'set-aside', item };
};

/** What the chair may take as the next step, by the moves the server allows; undefined while others are at it. */
export const nextStep = (view: SessionView): NextStep | undefined => {
  const may = (move: SessionMove): boolean => view.moves.includes(move);
  if (may('open')) return { kind: 'open' };
  // The moves come and go with the item at hand.
  if (view.status === 'in-session' && view.chairedByMe) {
    const running = runningItem(view);
    const item = running ?? view.agenda.find(({ state }) => state === 'waiting');
    if (item === undefined) return { kind: 'end' };
    // On another day everybody signs in anew before a topic is taken up, or up again.
    if (!view.quorum.reached) return undefined;
    return running === undefined ? { kind: 'open-item', item } : stepOnItem(view, running);
  }
  if (may('resume')) return { kind: 'resume' };
  if (may('send-minutes')) return { kind: 'send-minutes' };
  if (may('publish')) return { kind: 'publish' };
  const [objectionRev] = view.openObjections;
  if (may('answer-objection') && objectionRev !== undefined) return { kind: 'answer-objection', objectionRev };
  return view.chairedByMe && mayBeCalledAgain(view) ? { kind: 'second-calling' } : undefined;
};
