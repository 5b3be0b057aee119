import { View } from '@tarojs/components';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { open, useMe } from '../../platform';
import { CardLink } from '../../ui';
import { WAYS } from '../desk-copy';

/** What a vote asks of those who help with it without any other role: to watch the counting, to call at doors. */
export const HelperWays = ({ view }: { view: VoteView }) => {
  const me = useMe();
  const counts = view.status === 'counting' && view.scrutineers.some(({ mine }) => mine);
  const calls = view.status === 'open' && view.doorCallers.some(({ personId }) => personId === me?.personId);
  const ways = [...(counts ? (['box'] as const) : []), ...(calls ? (['doors'] as const) : [])];
  return (
    <>
      {ways.map((way) => (
        <CardLink key={way} onTap={() => open(`votes/pages/desk-${way}/index`, { id: view.id })}>
          <View className="t16">{WAYS[way].words}</View>
          <View className="t14 quiet">{WAYS[way].hint}</View>
        </CardLink>
      ))}
    </>
  );
};
