import { View } from '@tarojs/components';
import { useState } from 'react';
import { getOverview } from '@gongyi/shared/command/contract';
import type { PartySeat } from '@gongyi/shared/command/contract';
import { callPhone, useLoad } from '../../platform';
import { Button, Card, ErrorState, PersonLine, SIDES, Sheet, Skeleton } from '../../ui';
import { COUNCIL } from './copy';

const Lines = ({ seats }: { seats: readonly PartySeat[] }) => (
  <>
    {SIDES.map(({ party, name }) => {
      const seat = seats.find((one) => one.party === party);
      const organisation = seat?.organisation;
      const phone = organisation?.phone;
      return (
        <PersonLine
          key={party}
          role={name}
          name={
            organisation === undefined
              ? COUNCIL.seatEmpty
              : seat?.standIn === true
                ? COUNCIL.standIn(organisation.name)
                : organisation.name
          }
          phone={phone}
          {...(phone === undefined ? {} : { onCall: () => callPhone(phone) })}
        />
      );
    })}
    <View className="t14 quiet">{COUNCIL.ownersStandIn}</View>
    <View className="t14 quiet">{COUNCIL.propertyStandIn}</View>
  </>
);

const Who = ({ compoundId }: { compoundId: string }) => {
  const overview = useLoad(getOverview, { params: { compoundId } });
  if (overview.value) return <Lines seats={overview.value.seats} />;
  if (overview.status === 'failed')
    return <ErrorState words={overview.words ?? ''} onRetry={() => void overview.reload()} />;
  return <Skeleton rows={2} />;
};

/** How the council goes about things, and who sits on it, with numbers. */
const How = ({ compoundId }: { compoundId: string | undefined }) => (
  <View className="stack t16">
    <View>{COUNCIL.short}</View>
    {COUNCIL.how.map((line) => (
      <View key={line}>{line}</View>
    ))}
    {compoundId === undefined ? null : <Who compoundId={compoundId} />}
  </View>
);

/** What the council of four is, for who comes here for the first time. */
export const FourSeats = ({ compoundId }: { compoundId: string | undefined }) => (
  <Card title={COUNCIL.what}>
    <How compoundId={compoundId} />
  </Card>
);

/** The same behind one tap, for who comes for the topics. */
export const FourSeatsLink = ({ compoundId }: { compoundId: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onTap={() => setOpen(true)}>
        {COUNCIL.more}
      </Button>
      <Sheet open={open} title={COUNCIL.what} onClose={() => setOpen(false)}>
        <How compoundId={compoundId} />
      </Sheet>
    </>
  );
};
