import { View } from '@tarojs/components';
import { useState } from 'react';
import { listWishes } from '@gongyi/shared/volunteers/contract-wishes';
import { open, usePagedList, useServerNow } from '../../platform';
import { Button, EmptyState, ListView, SegmentedTabs } from '../../ui';
import { DESK } from '../copy';
import { WishCard } from './wish-card';

const STATES = ['to-verify', 'surfaced'] as const;

/** Wishes that wait for the community: to be verified, or that nobody has claimed for days. */
export const DeskWishes = ({ placeId }: { placeId: string }) => {
  const now = useServerNow();
  const [state, setState] = useState<(typeof STATES)[number]>('to-verify');
  const list = usePagedList(listWishes, { params: { placeId }, query: { state } });
  return (
    <View className="stack">
      <SegmentedTabs
        label={DESK.wishTabs}
        tabs={STATES.map((value) => ({ value, words: DESK.wishes[value] }))}
        value={state}
        onChange={setState}
      />
      <ListView
        state={list.state}
        keyOf={({ id }) => id}
        row={(row) => (
          <WishCard row={row} now={now} onTap={() => open('volunteers/pages/wish/index', { id: row.id })} />
        )}
        empty={<EmptyState words={DESK.noWishes[state]} />}
        onRefresh={list.refresh}
        onMore={list.more}
      />
      <Button kind="secondary" wide onTap={() => open('volunteers/pages/post-wish/index', { for: '1' })}>
        {DESK.postFor}
      </Button>
    </View>
  );
};
