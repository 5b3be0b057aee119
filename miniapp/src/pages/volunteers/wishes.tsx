import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WishRow } from '@gongyi/shared/volunteers/contract-view';
import { listMyWishes, listWishes } from '@gongyi/shared/volunteers/contract-wishes';
import { WISH_KINDS, WISH_KIND_NAMES } from '@gongyi/shared/volunteers/kinds';
import type { WishKind } from '@gongyi/shared/volunteers/kinds';
import { open, requireSignIn, usePagedList, useServerNow, useSignedIn } from '../../platform';
import { Button, EmptyState, Filter, ListView, SegmentedTabs } from '../../ui';
import type { ListState } from '../../ui';
import { WishCard } from '../../volunteers/components/wish-card';
import { VOLUNTEERS } from './copy';
import { ScopeFilter, placeOf } from './scope';
import type { Scope } from './scope';

const STATES = ['open', 'claimed', 'fulfilled', 'mine'] as const;
type State = (typeof STATES)[number];
const KINDS = WISH_KINDS.map((value) => ({ value, words: WISH_KIND_NAMES[value] }));

interface RowsProps {
  readonly list: {
    readonly state: ListState<WishRow>;
    readonly refresh: () => Promise<void>;
    readonly more: () => void;
  };
  readonly state: State;
}

const Rows = ({ list, state }: RowsProps) => {
  const now = useServerNow();
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(row) => <WishCard row={row} now={now} onTap={() => open('volunteers/pages/wish/index', { id: row.id })} />}
      empty={<EmptyState words={VOLUNTEERS.noWishes[state]} />}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

const Own = () => <Rows list={usePagedList(listMyWishes, {})} state="mine" />;

const Around = ({ compoundId, state }: { compoundId: string; state: Exclude<State, 'mine'> }) => {
  const [scope, setScope] = useState<Scope>('street');
  const [kind, setKind] = useState<WishKind>();
  const list = usePagedList(listWishes, {
    params: { placeId: placeOf(compoundId, scope) },
    query: { state, ...(kind === undefined ? {} : { kind }) },
  });
  return (
    <>
      <View className="row wrap">
        <ScopeFilter value={scope} onChange={setScope} />
        <Filter label="哪种心愿" all={VOLUNTEERS.all} options={KINDS} value={kind} onChange={setKind} />
      </View>
      <Rows list={list} state={state} />
    </>
  );
};

/** 微社区·微梦想: small wishes that wait for somebody, are on their way, or came true; and my own. */
export const Wishes = ({ compoundId }: { compoundId: string }) => {
  const signedIn = useSignedIn();
  const [state, setState] = useState<State>('open');
  return (
    <>
      <View>
        <View className="t20">{VOLUNTEERS.wishHead}</View>
        <View className="t14 quiet">{VOLUNTEERS.wishHow}</View>
      </View>
      {signedIn ? (
        <>
          <SegmentedTabs
            label={VOLUNTEERS.wishState}
            tabs={STATES.map((value) => ({ value, words: VOLUNTEERS.wishStates[value] }))}
            value={state}
            onChange={setState}
          />
          {state === 'mine' ? <Own /> : <Around compoundId={compoundId} state={state} />}
        </>
      ) : (
        <EmptyState
          words={VOLUNTEERS.signIn}
          action={
            <Button kind="secondary" onTap={() => void requireSignIn()}>
              {VOLUNTEERS.signInVerb}
            </Button>
          }
        />
      )}
    </>
  );
};
