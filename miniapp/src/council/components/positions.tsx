import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { STANCE_NAMES } from '@gongyi/shared/council/minutes';
import { speakingParties } from '@gongyi/shared/council/seats';
import type { AgendaItem } from '@gongyi/shared/council/session';
import type { Party } from '@gongyi/shared/district/organisation';
import { runningItem } from '../next-step';
import { SESSION } from '../session-copy';
import { PartyName } from './party-name';
import './session.scss';

type Said = AgendaItem['positions'][number];

const PositionCard = ({ party, said }: { party: Party; said: Said | undefined }) => (
  <View className={`position${said === undefined ? ' position-missing' : ''}`} role="listitem">
    <View className="position-head">
      <PartyName party={party} />
      <View className="t16 position-stance">{said === undefined ? SESSION.noPosition : STANCE_NAMES[said.stance]}</View>
    </View>
    {said === undefined ? null : (
      <>
        <View className="t16">{said.reasons}</View>
        <View className="t14 quiet">{`${said.byName}${said.byChair ? ` · ${SESSION.enteredByChair}` : ''}`}</View>
      </>
    )}
  </View>
);

/** How each party stands, one card a party, all alike; while it runs, those who have yet to speak as well. */
export const Positions = ({ view, item }: { view: SessionView; item: AgendaItem }) => {
  const running = runningItem(view)?.topicId === item.topicId;
  const voted = item.state === 'voting' || item.positions.some(({ round }) => round === 'vote');
  const rounds = voted ? (['vote', 'position'] as const) : (['position'] as const);
  return (
    <>
      {rounds.map((round) => {
        const said = (party: Party): Said | undefined =>
          item.positions.find((one) => one.party === party && one.round === round);
        const now = round === rounds[0] && running;
        const parties = speakingParties(view.seats).filter(
          (party) => said(party) !== undefined || (now && view.quorum.present.includes(party)),
        );
        if (parties.length === 0) return null;
        const title = round === 'vote' ? SESSION.votes : SESSION.positions;
        return (
          <View key={round}>
            <View className="t14 quiet">{title}</View>
            <View className="positions" role="list" aria-label={title}>
              {parties.map((party) => (
                <PositionCard key={party} party={party} said={said(party)} />
              ))}
            </View>
          </View>
        );
      })}
    </>
  );
};
