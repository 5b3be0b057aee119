import { View } from '@tarojs/components';
import { useState } from 'react';
import { listTeamShifts } from '@gongyi/shared/volunteers/contract-shifts';
import { changeMembership, getTeam } from '@gongyi/shared/volunteers/contract-teams';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import {
  LoadState,
  Page,
  open,
  requireSignIn,
  useLoad,
  useMoves,
  usePageParams,
  usePagedList,
  useServerNow,
  useShareCard,
  useSignedIn,
} from '../../../platform';
import { Button, Card, CardLink, Chip, Confirm, EmptyState, ListView, StatusLine } from '../../../ui';
import { SeriesList } from '../../components/series-list';
import { ShiftCard } from '../../components/shift-card';
import { MINE } from '../../components/team-card';
import { TeamHead } from '../../components/team-head';
import { SHIFT, TEAM } from '../../copy';

type Desk = ReturnType<typeof useTeam>;
type OwnAct = keyof typeof TEAM.acts;
const OWN: readonly OwnAct[] = ['ask', 'accept', 'decline', 'take-back', 'leave'];

/** What the team is waiting for; the rest stands small beside the mark. */
const WANTED: readonly OwnAct[] = ['ask', 'accept'];

const useTeam = (teamId: string | undefined) =>
  useMoves(useLoad(getTeam, teamId === undefined ? undefined : { params: { teamId } }));

/** Ways of a leader, each to its page. */
const Leading = ({ team }: { team: TeamView }) => (
  <Card title={TEAM.leading}>
    <View className="stack">
      {team.status === 'active' ? (
        <Button
          kind={team.mine === 'leader' ? 'primary' : 'secondary'}
          wide
          onTap={() => open('volunteers/pages/plan/index', { team: team.id })}
        >
          {TEAM.plan}
        </Button>
      ) : null}
      <CardLink onTap={() => open('volunteers/pages/members/index', { id: team.id })}>
        <View className="t16">{TEAM.people}</View>
      </CardLink>
      <CardLink onTap={() => open('volunteers/pages/team-hours/index', { id: team.id })}>
        <View className="t16">{TEAM.hours}</View>
        <View className="t14 quiet">{TEAM.hoursHint}</View>
      </CardLink>
      <CardLink onTap={() => open('volunteers/pages/team-form/index', { id: team.id })}>
        <View className="t16">{TEAM.edit}</View>
      </CardLink>
    </View>
  </Card>
);

/** What one is to the team, and what one may do about it; leaving is asked once. */
const Membership = ({ team, desk }: { team: TeamView; desk: Desk }) => {
  const signedIn = useSignedIn();
  const [leaving, setLeaving] = useState(false);
  const { act } = desk;
  const make = async (what: OwnAct) => {
    if (!(await requireSignIn())) return;
    const outcome = await desk.move(
      changeMembership,
      { params: { teamId: team.id }, body: { act: what } },
      TEAM.done[what],
    );
    if (outcome !== undefined) setLeaving(false);
  };
  // A stranger may ask: signing in comes first.
  const acts = signedIn
    ? OWN.filter((each) => team.acts.includes(each))
    : team.status === 'active'
      ? OWN.slice(0, 1)
      : [];
  const needsProfile = act.words !== undefined && team.mine === undefined;
  if (acts.length === 0 && team.mine === undefined) return null;
  return (
    <Card>
      <View className="stack">
        {team.mine === undefined ? null : (
          <View className="row wrap">
            <View className="grow">
              <Chip tone={MINE[team.mine].tone}>{MINE[team.mine].words}</Chip>
            </View>
            {acts
              .filter((each) => !WANTED.includes(each))
              .map((each) => (
                <Button
                  key={each}
                  kind="quiet"
                  disabled={act.busy}
                  onTap={() => (each === 'leave' ? setLeaving(true) : void make(each))}
                >
                  {TEAM.acts[each]}
                </Button>
              ))}
          </View>
        )}
        {act.words === undefined || leaving ? null : (
          <StatusLine
            tone="warning"
            action={
              needsProfile ? (
                <Button kind="quiet" onTap={() => open('volunteers/pages/profile/index')}>
                  {SHIFT.profileVerb}
                </Button>
              ) : undefined
            }
          >
            {act.words}
          </StatusLine>
        )}
        {acts
          .filter((each) => WANTED.includes(each))
          .map((each) => (
            <Button key={each} wide loading={act.busy} onTap={() => void make(each)}>
              {TEAM.acts[each]}
            </Button>
          ))}
      </View>
      <Confirm
        open={leaving}
        title={TEAM.leaveTitle}
        lines={[...TEAM.leaveLines, ...(act.words === undefined ? [] : [act.words])]}
        verb={TEAM.acts.leave}
        busy={act.busy}
        onConfirm={() => void make('leave')}
        onClose={() => setLeaving(false)}
      />
    </Card>
  );
};

const Shifts = ({ teamId, onRefresh }: { teamId: string; onRefresh: () => Promise<void> }) => {
  const now = useServerNow();
  const list = usePagedList(listTeamShifts, { params: { teamId } });
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(row) => (
        <ShiftCard row={row} now={now} onTap={() => open('volunteers/pages/shift/index', { id: row.id })} />
      )}
      empty={<EmptyState words={TEAM.noShifts} />}
      onRefresh={async () => {
        await Promise.all([list.refresh(), onRefresh()]);
      }}
      onMore={list.more}
    />
  );
};

/** A team for everybody: what it does, its shifts, joining it; for its leaders the ways to lead it. */
export default function TeamPage() {
  const { id, teamId = id } = usePageParams();
  const desk = useTeam(teamId);
  const team = desk.load.value;
  useShareCard(
    team?.wordsState !== 'clear' ? undefined : { title: team.name, path: `volunteers/pages/team/index?id=${team.id}` },
  );
  return (
    <Page title={TEAM.title}>
      {team === undefined ? (
        <LoadState load={desk.load} />
      ) : (
        <View className="stack">
          <TeamHead team={team} />
          <Membership team={team} desk={desk} />
          {team.mayLead ? <Leading team={team} /> : null}
          {team.mayLead ? <SeriesList teamId={team.id} /> : null}
          <View className="t16" role="heading" aria-level={2}>
            {TEAM.shifts}
          </View>
          <Shifts teamId={team.id} onRefresh={desk.load.reload} />
        </View>
      )}
    </Page>
  );
}
