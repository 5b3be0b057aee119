import { View } from '@tarojs/components';
import { useState } from 'react';
import { getOverview } from '@gongyi/shared/command/contract';
import type { CompoundOverview } from '@gongyi/shared/command/contract';
import { listMyTeams, listTeams } from '@gongyi/shared/volunteers/contract-teams';
import { callPhone, open, useLoad, usePagedList, useSignedIn } from '../../platform';
import { Card, EmptyState, ListView, PersonLine } from '../../ui';
import { TeamCard } from '../../volunteers/components/team-card';
import { VOLUNTEERS } from './copy';
import { KindFilter, ScopeFilter, placeOf } from './scope';
import type { Scope } from './scope';

const toTeam = (id: string) => open('volunteers/pages/team/index', { id });

const MyTeams = () => {
  const mine = useLoad(listMyTeams, {});
  const rows = mine.value?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <View className="t16" role="heading" aria-level={2}>
        {VOLUNTEERS.myTeams}
      </View>
      {rows.map((row) => (
        <TeamCard key={row.id} row={row} onTap={() => toTeam(row.id)} />
      ))}
    </>
  );
};

/** Those of the duty list who belong to the grid or the community, not to repairs. */
const isService = ({ role }: CompoundOverview['duty'][number]) => /网格|社区|楼栋/.test(role);

/** The grid's service team, and the residents' committee: to be called. */
const Service = ({ compoundId }: { compoundId: string }) => {
  const overview = useLoad(getOverview, { params: { compoundId } });
  if (!overview.value) return null;
  const committee = overview.value.seats.find(({ party }) => party === 'committee-of-residents')?.organisation;
  const called = committee?.phone;
  const people = overview.value.duty.filter(isService);
  return (
    <Card title={VOLUNTEERS.service}>
      <View className="t14 quiet">{people.length === 0 ? VOLUNTEERS.noService : VOLUNTEERS.serviceHow}</View>
      {people.map(({ role, name, phone }) => (
        <PersonLine key={`${role}${phone}`} role={role} name={name} phone={phone} onCall={() => callPhone(phone)} />
      ))}
      {committee && called !== undefined ? (
        <PersonLine role={VOLUNTEERS.committee} name={committee.name} phone={called} onCall={() => callPhone(called)} />
      ) : null}
    </Card>
  );
};

/** My teams, those around here by kind, and who serves the grid. */
export const Teams = ({ compoundId }: { compoundId: string }) => {
  const signedIn = useSignedIn();
  const [scope, setScope] = useState<Scope>('street');
  const [kind, setKind] = useState<string>();
  const list = usePagedList(listTeams, {
    params: { placeId: placeOf(compoundId, scope) },
    query: kind === undefined ? {} : { kind },
  });
  return (
    <>
      {signedIn ? <MyTeams /> : null}
      <View className="row wrap">
        <ScopeFilter value={scope} onChange={setScope} />
        <KindFilter compoundId={compoundId} value={kind} onChange={setKind} />
      </View>
      <ListView
        state={list.state}
        keyOf={({ id }) => id}
        row={(row) => <TeamCard row={row} onTap={() => toTeam(row.id)} />}
        empty={<EmptyState words={VOLUNTEERS.noTeams} hint={VOLUNTEERS.noTeamsHint} />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
      <Service compoundId={compoundId} />
    </>
  );
};
