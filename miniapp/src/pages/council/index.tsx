import { View } from '@tarojs/components';
import { getOverview } from '@gongyi/shared/command/contract';
import type { PartySeat } from '@gongyi/shared/command/contract';
import { Page, callPhone, open, switchTab, useCompoundId, useLoad } from '../../platform';
import { Button, Card, EmptyState, ErrorState, PersonLine, SIDES, Skeleton } from '../../ui';
import { COUNCIL } from './copy';

const Seats = ({ seats }: { seats: readonly PartySeat[] }) => (
  <Card title={COUNCIL.seats}>
    {SIDES.map(({ party, name }) => {
      const organisation = seats.find((seat) => seat.party === party)?.organisation;
      const phone = organisation?.phone;
      return (
        <PersonLine
          key={party}
          role={name}
          name={organisation?.name ?? COUNCIL.seatEmpty}
          phone={phone}
          {...(phone === undefined ? {} : { onCall: () => callPhone(phone) })}
        />
      );
    })}
    <View className="t14 quiet">{COUNCIL.ownersStandIn}</View>
    <View className="t14 quiet">{COUNCIL.propertyStandIn}</View>
  </Card>
);

const Who = ({ compoundId }: { compoundId: string }) => {
  const overview = useLoad(getOverview, { params: { compoundId } });
  if (overview.value) return <Seats seats={overview.value.seats} />;
  if (overview.status === 'failed') {
    return <ErrorState words={overview.words ?? ''} onRetry={() => void overview.reload()} />;
  }
  return <Skeleton rows={2} />;
};

/** 议事: what the council of four is, and who sits on it in this compound, with their numbers. */
export default function Council() {
  const compoundId = useCompoundId();
  return (
    <Page title={COUNCIL.title} tab="council">
      <Card title={COUNCIL.what}>
        <View className="stack t16">
          {COUNCIL.how.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      </Card>
      {compoundId === undefined ? (
        <Card>
          <EmptyState
            words={COUNCIL.pick}
            action={<Button onTap={() => open('district/pages/pick-compound/index')}>{COUNCIL.pickVerb}</Button>}
          />
        </Card>
      ) : (
        <Who compoundId={compoundId} />
      )}
      <Card title={COUNCIL.bring}>
        <View className="stack t16">
          <View>{COUNCIL.bringHow}</View>
          <Button kind="secondary" onTap={() => switchTab('requests')}>
            {COUNCIL.toRequests}
          </Button>
        </View>
      </Card>
    </Page>
  );
}
