import { View } from '@tarojs/components';
import { useState } from 'react';
import { assignCallers } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { getPlace } from '@gongyi/shared/district/contract';
import { PlaceSheet } from '../../../district/components/place-sheet';
import { Page, useLoad } from '../../../platform';
import { Button, Card, EmptyState, StatusLine } from '../../../ui';
import { CALLERS } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';
import { HelperSheet } from '../../desk/helper-sheet';
import type { VoteDesk } from '../../desk/use-desk-vote';

type Caller = VoteView['doorCallers'][number];

const Where = ({ placeId }: { placeId: string }) => {
  const { value } = useLoad(getPlace, { params: { placeId } });
  return <>{value?.place.name ?? CALLERS.somewhere}</>;
};

const Callers = ({ desk, view }: { desk: VoteDesk; view: VoteView }) => {
  const [placeId, setPlaceId] = useState<string>();
  const [picking, setPicking] = useState(false);
  const { doorCallers, moves } = view;
  const mayAssign = moves.includes('assign-callers');
  const set = (callers: readonly Pick<Caller, 'personId' | 'placeId'>[]) =>
    desk.move(
      assignCallers,
      {
        params: { voteId: view.id },
        body: { rev: view.rev, callers: callers.map((one) => ({ personId: one.personId, placeId: one.placeId })) },
      },
      CALLERS.saved,
    );
  const isSame = (one: Caller, other: Caller): boolean =>
    one.personId === other.personId && one.placeId === other.placeId;
  return (
    <>
      <StatusLine>{CALLERS.how}</StatusLine>
      {desk.act.words === undefined ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
      {doorCallers.length === 0 ? <EmptyState words={CALLERS.none} /> : null}
      {doorCallers.length === 0 ? null : (
        <Card>
          {doorCallers.map((one) => (
            <View key={`${one.placeId} ${one.personId}`} className="desk-line row">
              <View className="t16 grow">
                <Where placeId={one.placeId} />
                {` · ${one.name}`}
              </View>
              {mayAssign ? (
                <Button
                  kind="quiet"
                  label={`${CALLERS.remove} ${one.name}`}
                  disabled={desk.act.busy}
                  onTap={() => void set(doorCallers.filter((each) => !isSame(each, one)))}
                >
                  {CALLERS.remove}
                </Button>
              ) : null}
            </View>
          ))}
        </Card>
      )}
      {mayAssign ? (
        <Button kind="secondary" wide loading={desk.act.busy} onTap={() => setPicking(true)}>
          {CALLERS.add}
        </Button>
      ) : null}
      <PlaceSheet
        open={picking}
        title={CALLERS.where}
        root={{ id: view.compoundId, name: view.compoundName }}
        kinds={['building']}
        onPick={(place) => {
          setPicking(false);
          setPlaceId(place.id);
        }}
        onClose={() => setPicking(false)}
      />
      {placeId === undefined ? null : (
        <HelperSheet
          title={CALLERS.who}
          hint={CALLERS.whoHint}
          compoundId={view.compoundId}
          onPick={({ personId }) => {
            setPlaceId(undefined);
            void set([...doorCallers, { personId, placeId }]);
          }}
          onClose={() => setPlaceId(undefined)}
        />
      )}
    </>
  );
};

/** 上门人员: who calls at which building. Only they see, there, who has not voted yet. */
export default function DeskCallersPage() {
  return (
    <DeskVotePage title={CALLERS.title}>
      {(desk, view) => (
        <Page title={CALLERS.title}>
          <View className="stack">
            <VoteTop view={view} />
            <Callers desk={desk} view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}
