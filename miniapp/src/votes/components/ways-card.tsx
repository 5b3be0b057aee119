import { View } from '@tarojs/components';
import { useState } from 'react';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { open } from '../../platform';
import { Button, Card, Sheet } from '../../ui';
import { WAYS } from '../copy';

type Way = 'proxy' | 'paper' | 'impostor';

const TITLES: Record<Way, string> = {
  proxy: WAYS.proxyTitle,
  paper: WAYS.paperTitle,
  impostor: WAYS.impostorTitle,
};

/** How to vote otherwise, and what to do when somebody voted in one's name. */
export const WaysCard = ({ view }: { view: VoteView }) => {
  const [way, setWay] = useState<Way>();
  const lines: Record<Way, readonly string[]> = {
    proxy: WAYS.proxyHow(view.rules.rules.headsPerProxy),
    paper: WAYS.paperHow,
    impostor: WAYS.impostorHow,
  };
  return (
    <Card title={WAYS.title}>
      <View className="row wrap">
        <Button kind="quiet" onTap={() => setWay('proxy')}>
          {WAYS.proxy}
        </Button>
        <Button kind="quiet" onTap={() => setWay('paper')}>
          {WAYS.paper}
        </Button>
        <Button kind="quiet" onTap={() => setWay('impostor')}>
          {WAYS.impostor}
        </Button>
      </View>
      <Sheet open={way !== undefined} title={way === undefined ? '' : TITLES[way]} onClose={() => setWay(undefined)}>
        <View className="stack t16">
          {way === undefined ? null : lines[way].map((line) => <View key={line}>{line}</View>)}
          {way === 'impostor' ? (
            <Button kind="secondary" onTap={() => open('people/pages/privacy/index')}>
              {WAYS.toPrivacy}
            </Button>
          ) : null}
        </View>
      </Sheet>
    </Card>
  );
};
