import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RouteReply } from '@gongyi/shared/kernel/define-route';
import { listTeamHours } from '@gongyi/shared/volunteers/contract-hours';
import { getTeam } from '@gongyi/shared/volunteers/contract-teams';
import type { TeamView } from '@gongyi/shared/volunteers/contract-view';
import { standingMinutes } from '@gongyi/shared/volunteers/hours-rules';
import { LoadState, Page, useLoad, usePageParams, usePagedList, useServerNow } from '../../../platform';
import { Button, EmptyState, ListView } from '../../../ui';
import { HoursLine } from '../../components/hours-line';
import { AddHoursSheet, CorrectHoursSheet } from '../../components/hours-sheets';
import { HOURS } from '../../copy';

type Entry = RouteReply<typeof listTeamHours>['items'][number];

const Shown = ({ team, asked }: { team: TeamView; asked: string | undefined }) => {
  const now = useServerNow();
  const list = usePagedList(listTeamHours, { params: { teamId: team.id }, query: { limit: 50 } });
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState(asked);
  const { items } = list.state;
  const entry = items.find(({ id }) => id === chosen);
  const refresh = () => void list.refresh();
  const row = (each: Entry) => (
    <HoursLine
      row={each.kind === 'correction' ? each : { ...each, standing: standingMinutes(each, items) }}
      name={each.name}
      now={now}
      action={
        each.kind === 'correction' ? undefined : (
          <Button kind="quiet" label={`${HOURS.correct} ${each.name} ${each.title}`} onTap={() => setChosen(each.id)}>
            {HOURS.correct}
          </Button>
        )
      }
    />
  );
  return (
    <Page
      title={HOURS.teamTitle}
      action={
        <Button wide onTap={() => setAdding(true)}>
          {HOURS.add}
        </Button>
      }
    >
      <View className="card">
        <ListView
          state={list.state}
          keyOf={({ id }) => id}
          row={row}
          empty={<EmptyState words={HOURS.teamNone} />}
          onRefresh={list.refresh}
          onMore={list.more}
        />
      </View>
      {adding ? (
        <AddHoursSheet
          team={team}
          onDone={() => {
            setAdding(false);
            refresh();
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {entry === undefined ? null : (
        <CorrectHoursSheet
          key={entry.id}
          entry={entry}
          seen={standingMinutes(entry, items)}
          onDone={refresh}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  );
};

/** 队伍时长: every entry of a team, adding by hand, and correcting by a further entry. */
export default function TeamHoursPage() {
  const { id, entry } = usePageParams();
  const team = useLoad(getTeam, id === undefined ? undefined : { params: { teamId: id } });
  if (team.value !== undefined) return <Shown team={team.value} asked={entry} />;
  return (
    <Page title={HOURS.teamTitle}>
      <LoadState load={team} />
    </Page>
  );
}
