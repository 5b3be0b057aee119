import { View } from '@tarojs/components';
import { useState } from 'react';
import { getPlace } from '@gongyi/shared/district/contract';
import { listDoors } from '@gongyi/shared/votes/contract-paper';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { LoadState, Page, useLoad, useMe } from '../../../platform';
import { Bar, Button, Card, Chip, EmptyState, StatusLine } from '../../../ui';
import { DOORS } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';

const Place = ({ placeId, onShow }: { placeId: string; onShow: () => void }) => {
  const { value } = useLoad(getPlace, { params: { placeId } });
  const name = value?.place.name ?? DOORS.building;
  return (
    <Button kind="secondary" wide onTap={onShow}>
      {`${name} · ${DOORS.show}`}
    </Button>
  );
};

/** Read only when somebody asked for it: every look is written down. */
const List = ({ voteId, placeId }: { voteId: string; placeId: string }) => {
  const load = useLoad(listDoors, { params: { voteId }, query: { placeId } });
  if (load.value === undefined) return <LoadState load={load} />;
  const { items, voted, homes } = load.value;
  return (
    <Card>
      <View className="stack">
        <Bar label={DOORS.progress} part={homes === 0 ? 0 : voted / homes} numbers={DOORS.numbers(voted, homes)} />
        {items.length === 0 ? <EmptyState words={DOORS.none} /> : null}
        {items.map(({ homeId, name, paperOut }) => (
          <View key={homeId} className="desk-line row wrap">
            <View className="t16 grow">{name}</View>
            {paperOut ? <Chip>{DOORS.paperOut}</Chip> : null}
          </View>
        ))}
      </View>
    </Card>
  );
};

const Doors = ({ view }: { view: VoteView }) => {
  const me = useMe();
  const [placeId, setPlaceId] = useState<string>();
  const mine = view.doorCallers.filter(({ personId }) => personId === me?.personId);
  return (
    <>
      <StatusLine>{DOORS.logged}</StatusLine>
      {mine.length === 0 ? <EmptyState words={DOORS.notYours} /> : null}
      {mine.map((one) => (
        <View key={one.placeId} className="stack">
          <Place placeId={one.placeId} onShow={() => setPlaceId(one.placeId)} />
          {placeId === one.placeId ? <List voteId={view.id} placeId={placeId} /> : null}
        </View>
      ))}
    </>
  );
};

/** 扫楼名单: homes of my building that have not voted, only for who was sent there; each look is written down. */
export default function DeskDoorsPage() {
  return (
    <DeskVotePage title={DOORS.title}>
      {(_desk, view) => (
        <Page title={DOORS.title}>
          <View className="stack">
            <VoteTop view={view} />
            <Doors view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}
