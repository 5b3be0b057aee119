import { View } from '@tarojs/components';
import { useState } from 'react';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { PlaceSheet } from '../../../district/components/place-sheet';
import { Page, open } from '../../../platform';
import { Button, CardLink, EmptyState, Filter, ListView, StatusLine } from '../../../ui';
import { REGISTER } from '../../desk-copy';
import { DeliverManySheet } from '../../desk/deliver-many-sheet';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';
import { LineSheet } from '../../desk/line-sheet';
import { RegisterRow } from '../../desk/register-row';
import { useDeliverMany } from '../../desk/use-deliver-many';
import { useRegisters } from '../../desk/use-registers';
import type { RegisterFilter } from '../../desk/use-registers';

const NARROWED: readonly Exclude<RegisterFilter, 'all'>[] = ['no-elector', 'paper-out', 'paper-back', 'disowned'];

const Shown = ({ view }: { view: VoteView }) => {
  const registers = useRegisters(view.id);
  const many = useDeliverMany(view.id);
  const [picking, setPicking] = useState<'home' | 'stairway'>();
  const [stairway, setStairway] = useState<string>();
  const { list, filter, shown, finding } = registers;
  return (
    <Page
      title={REGISTER.title}
      wide
      action={
        <Button wide loading={finding.busy} onTap={() => setPicking('home')}>
          {REGISTER.find}
        </Button>
      }
    >
      <View className="stack">
        <VoteTop view={view} />
        <StatusLine>{REGISTER.secrecy}</StatusLine>
        <View className="row wrap">
          <Filter
            label={REGISTER.filter}
            all={REGISTER.filters.all}
            resting={REGISTER.filters.all}
            options={NARROWED.map((value) => ({ value, words: REGISTER.filters[value] }))}
            value={filter === 'all' ? undefined : filter}
            onChange={(next) => registers.setFilter(next ?? 'all')}
          />
          <Button kind="secondary" onTap={() => setPicking('stairway')}>
            {REGISTER.many}
          </Button>
          <Button kind="quiet" onTap={() => open('votes/pages/desk-entries/index', { id: view.id })}>
            {REGISTER.entries}
          </Button>
        </View>
        {view.status === 'published' ? null : <StatusLine>{REGISTER.logged}</StatusLine>}
        {finding.words === undefined ? null : <StatusLine tone="warning">{finding.words}</StatusLine>}
        <View className="desk-lines">
          <ListView
            state={list.state}
            keyOf={({ line }) => String(line)}
            row={(line) => <RegisterRow line={line} onTap={() => registers.show(line)} />}
            empty={<EmptyState words={REGISTER.empty[filter]} />}
            onRefresh={list.refresh}
            onMore={list.more}
          />
        </View>
        {view.doorCallers.length === 0 ? null : (
          <CardLink onTap={() => open('votes/pages/desk-doors/index', { id: view.id })}>{REGISTER.doors}</CardLink>
        )}
      </View>
      <PlaceSheet
        open={picking !== undefined}
        title={picking === 'home' ? REGISTER.find : REGISTER.many}
        root={{ id: view.compoundId, name: view.compoundName }}
        kinds={picking === 'home' ? ['home'] : ['building', 'entrance']}
        onPick={(place) => {
          if (picking === 'home') void registers.find(place.id);
          else {
            setStairway(place.name);
            void many.read(place.id);
          }
          setPicking(undefined);
        }}
        onClose={() => setPicking(undefined)}
      />
      {stairway === undefined ? null : (
        <DeliverManySheet
          place={stairway}
          many={many}
          onClose={() => {
            setStairway(undefined);
            void list.refresh();
          }}
        />
      )}
      {shown === undefined ? null : (
        <LineSheet
          key={shown.line}
          voteId={view.id}
          line={shown}
          registers={registers}
          mostPerProxy={view.rules.rules.headsPerProxy}
        />
      )}
    </Page>
  );
};

/** 投票登记: papers out and back, who casts for whom, disowned papers. Never who voted by phone. */
export default function DeskRegistersPage() {
  return <DeskVotePage title={REGISTER.title}>{(_desk, view) => <Shown view={view} />}</DeskVotePage>;
}
