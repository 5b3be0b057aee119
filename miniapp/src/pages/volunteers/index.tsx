import { View } from '@tarojs/components';
import { getOverview } from '@gongyi/shared/command/contract';
import type { CompoundOverview } from '@gongyi/shared/command/contract';
import { Page, callPhone, open, useCompoundId, useLoad } from '../../platform';
import { Button, Card, Chip, EmptyState, ErrorState, PersonLine, Skeleton } from '../../ui';
import { VOLUNTEERS } from './copy';

/** Those of the duty list who belong to the grid or the community, not to repairs. */
const isNear = ({ role }: CompoundOverview['duty'][number]) => /网格|社区|楼栋/.test(role);

const Near = ({ compoundId }: { compoundId: string }) => {
  const overview = useLoad(getOverview, { params: { compoundId } });
  if (overview.status === 'failed' && !overview.value) {
    return <ErrorState words={overview.words ?? ''} onRetry={() => void overview.reload()} />;
  }
  if (!overview.value) return <Skeleton rows={1} />;
  const committee = overview.value.seats.find(({ party }) => party === 'committee-of-residents')?.organisation;
  const called = committee?.phone;
  const near = overview.value.duty.filter(isNear);
  return (
    <Card title={VOLUNTEERS.near}>
      <View className="t16">{near.length === 0 ? VOLUNTEERS.none : VOLUNTEERS.nearHow}</View>
      {near.map(({ role, name, phone }) => (
        <PersonLine key={`${role}${phone}`} role={role} name={name} phone={phone} onCall={() => callPhone(phone)} />
      ))}
      {committee && called !== undefined ? (
        <PersonLine role={VOLUNTEERS.committee} name={committee.name} phone={called} onCall={() => callPhone(called)} />
      ) : null}
    </Card>
  );
};

/** 志愿: who serves close by and how to reach them, and which teams a community has. */
export default function Volunteers() {
  const compoundId = useCompoundId();
  return (
    <Page title={VOLUNTEERS.title} tab="volunteers">
      {compoundId === undefined ? (
        <Card>
          <EmptyState
            words={VOLUNTEERS.pick}
            action={<Button onTap={() => open('district/pages/pick-compound/index')}>{VOLUNTEERS.pickVerb}</Button>}
          />
        </Card>
      ) : (
        <Near compoundId={compoundId} />
      )}
      <Card title={VOLUNTEERS.kinds}>
        <View className="stack">
          <View className="t16">{VOLUNTEERS.kindsHow}</View>
          <View className="row wrap">
            {VOLUNTEERS.teams.map((team) => (
              <Chip key={team} tone="brand">
                {team}
              </Chip>
            ))}
          </View>
        </View>
      </Card>
    </Page>
  );
}
