import { View } from '@tarojs/components';
import { useState } from 'react';
import { OutboxLines, Page, open, useCompoundId, useSignedIn } from '../../platform';
import { Button, Card, EmptyState, SegmentedTabs } from '../../ui';
import { VOLUNTEERS } from './copy';
import { Mine } from './mine';
import { Shifts } from './shifts';
import { Teams } from './teams';
import { Wishes } from './wishes';

const VIEWS = ['shifts', 'wishes', 'teams'] as const;
type Shown = (typeof VIEWS)[number];

const NoCompound = () => (
  <Card>
    <EmptyState
      words={VOLUNTEERS.pick}
      action={<Button onTap={() => open('district/pages/pick-compound/index')}>{VOLUNTEERS.pickVerb}</Button>}
    />
  </Card>
);

const Chosen = ({ shown, compoundId }: { shown: Shown; compoundId: string }) => {
  switch (shown) {
    case 'shifts':
      return <Shifts compoundId={compoundId} />;
    case 'wishes':
      return <Wishes compoundId={compoundId} />;
    case 'teams':
      return <Teams compoundId={compoundId} />;
  }
};

/** 志愿: where people are missing this week, what neighbours wish, which teams there are, and my own part in it. */
export default function Volunteers() {
  const compoundId = useCompoundId();
  const signedIn = useSignedIn();
  const [shown, setShown] = useState<Shown>('shifts');
  const action =
    shown === 'wishes' ? (
      <Button wide onTap={() => open('volunteers/pages/post-wish/index')}>
        {VOLUNTEERS.wish}
      </Button>
    ) : undefined;
  return (
    <Page title={VOLUNTEERS.title} tab="volunteers" {...(action === undefined ? {} : { action })}>
      <View className="stack">
        <OutboxLines />
        {signedIn ? <Mine /> : null}
        <SegmentedTabs
          label={VOLUNTEERS.views}
          tabs={VIEWS.map((value) => ({ value, words: VOLUNTEERS[value] }))}
          value={shown}
          onChange={setShown}
        />
        {compoundId === undefined ? <NoCompound /> : <Chosen key={compoundId} shown={shown} compoundId={compoundId} />}
      </View>
    </Page>
  );
}
