import { View } from '@tarojs/components';
import { useState } from 'react';
import { formatArea } from '@gongyi/shared/kernel/area';
import { listRollCorrections } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { PlaceSheet } from '../../../district/components/place-sheet';
import type { PickedPlace } from '../../../district/components/place-sheet';
import { Page, usePagedList, useServerNow } from '../../../platform';
import { Button, Card, EmptyState, ListMore, Skeleton, StatusLine, Timeline, clockWords } from '../../../ui';
import { ROLL } from '../../desk-copy';
import { CorrectionSheet } from '../../desk/correction-sheet';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';
import type { VoteDesk } from '../../desk/use-desk-vote';

const Corrections = ({ desk, view }: { desk: VoteDesk; view: VoteView }) => {
  const now = useServerNow();
  const list = usePagedList(listRollCorrections, { params: { voteId: view.id } });
  const [picking, setPicking] = useState(false);
  const [home, setHome] = useState<PickedPlace>();
  const may = view.moves.includes('correct-roll');
  const { status, items } = list.state;
  return (
    <>
      <StatusLine>{may ? ROLL.how : ROLL.over}</StatusLine>
      {may ? (
        <Button kind="secondary" wide onTap={() => setPicking(true)}>
          {ROLL.pick}
        </Button>
      ) : null}
      {status === 'loading' ? <Skeleton rows={3} /> : null}
      {status === 'ready' && items.length === 0 ? <EmptyState words={ROLL.none} /> : null}
      {items.length === 0 ? null : (
        <Card title={ROLL.done}>
          <Timeline
            entries={items.map((one) => ({
              key: String(one.rev),
              title: one.homeName,
              by: one.by,
              when: clockWords(one.at, now),
              body: (
                <View className="stack">
                  {one.areaBefore === one.areaAfter ? null : (
                    <View className="t14 figure">
                      {ROLL.areaChanged(formatArea(one.areaBefore), formatArea(one.areaAfter))}
                    </View>
                  )}
                  {one.ownersChanged ? <View className="t14">{ROLL.ownersChanged}</View> : null}
                  {one.statusBefore === one.statusAfter ? null : (
                    <View className="t14">{`${ROLL.status[one.statusBefore]} → ${ROLL.status[one.statusAfter]}`}</View>
                  )}
                  {one.reason === undefined ? null : <View className="t16 desk-words">{one.reason}</View>}
                </View>
              ),
            }))}
          />
        </Card>
      )}
      <ListMore state={list.state} onRefresh={list.refresh} onMore={list.more} />
      <PlaceSheet
        open={picking}
        title={ROLL.pick}
        root={{ id: view.compoundId, name: view.compoundName }}
        kinds={['home']}
        onPick={(place) => {
          setPicking(false);
          setHome(place);
        }}
        onClose={() => setPicking(false)}
      />
      {home === undefined ? null : (
        <CorrectionSheet
          desk={desk}
          view={view}
          home={home}
          onDone={() => {
            setHome(undefined);
            void list.refresh();
          }}
          onClose={() => {
            desk.act.clear();
            setHome(undefined);
          }}
        />
      )}
    </>
  );
};

/** 更正名册: one line of the roll put right while the notice hangs, with who and why for everybody to read. */
export default function DeskRollPage() {
  return (
    <DeskVotePage title={ROLL.title}>
      {(desk, view) => (
        <Page title={ROLL.title}>
          <View className="stack">
            <VoteTop view={view} />
            <Corrections desk={desk} view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}
