import { View } from '@tarojs/components';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { Bar, Card, Due, StatusLine } from '../../ui';
import { VOTE } from '../copy';
import { fullDate } from '../figures';

/** How many have signed a petition, how many are needed, until when. */
export const PetitionCard = ({ view, now }: { view: VoteView; now: number }) => {
  const { petition } = view;
  if (petition === undefined || view.status !== 'collecting') return null;
  const { signed, needed, until } = petition;
  return (
    <Card title={VOTE.petition}>
      <View className="stack">
        <Bar
          label={VOTE.petition}
          part={needed === 0 ? 0 : signed / needed}
          numbers={VOTE.petitionNumbers(signed, needed)}
          tone={signed >= needed ? 'success' : 'brand'}
        />
        <View className="t16">{signed >= needed ? VOTE.petitionReached : VOTE.petitionHow(needed)}</View>
        <View className="row wrap">
          <View className="t14 quiet grow figure">{`${VOTE.petitionUntil} ${fullDate(until)}`}</View>
          <Due at={until} now={now} />
        </View>
        {view.signedByMe ? <StatusLine tone="success">{VOTE.signed}</StatusLine> : null}
      </View>
    </Card>
  );
};
