import { View } from '@tarojs/components';
import { useState } from 'react';
import { listParticipation } from '@gongyi/shared/votes/contract-log';
import { usePagedList } from '../../platform';
import { Button, Card, Chip, ListMore, Skeleton } from '../../ui';
import { RESULT } from '../copy';
import { areaWords } from '../figures';
import './vote.scss';

const Rows = ({ voteId }: { voteId: string }) => {
  const list = usePagedList(listParticipation, { params: { voteId } });
  const { items, status } = list.state;
  return (
    <>
      {items.map(({ line, homes, area, tookPart }) => (
        <View key={line} className="vote-part row wrap">
          <View className="t16 grow">
            <View>{homes.map(({ name }) => name).join('、')}</View>
            <View className="t14 quiet figure">{areaWords(area)}</View>
          </View>
          <Chip tone={tookPart ? 'success' : 'plain'}>{tookPart ? RESULT.tookPart : RESULT.notTookPart}</Chip>
        </View>
      ))}
      {status === 'loading' ? <Skeleton rows={2} /> : null}
      <ListMore state={list.state} onRefresh={list.refresh} onMore={list.more} />
    </>
  );
};

/** Which homes took part, for the owners of the compound; no names, no choices. */
export const ResultParticipation = ({ voteId }: { voteId: string }) => {
  const [shown, setShown] = useState(false);
  return (
    <Card title={RESULT.participation}>
      <View className="stack">
        <View className="t14 quiet">{RESULT.participationHint}</View>
        {shown ? (
          <Rows voteId={voteId} />
        ) : (
          <Button kind="secondary" wide onTap={() => setShown(true)}>
            {RESULT.participationShow}
          </Button>
        )}
      </View>
    </Card>
  );
};
