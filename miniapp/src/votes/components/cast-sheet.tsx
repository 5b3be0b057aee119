import { View } from '@tarojs/components';
import { OPENED_WORDS } from '@gongyi/shared/votes/ballot';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { Button, Sheet, StatusLine } from '../../ui';
import { answersOf } from '../ballot-draft';
import { BALLOT, CHOICE } from '../copy';
import { fullDate } from '../figures';
import type { Ballot } from '../use-ballot';
import { LineHomes } from './line-homes';
import './vote.scss';

/** Everything once more before it is cast: for which homes, how every question is answered, and what is final. */
export const CastSheet = ({ view, ballot }: { view: VoteView; ballot: Ballot }) => {
  const { mayChange } = view.rules.rules;
  return (
    <Sheet
      open={ballot.confirming}
      title={BALLOT.confirmTitle}
      onClose={ballot.close}
      footer={
        <Button wide loading={ballot.sending} onTap={ballot.cast}>
          {ballot.sending ? BALLOT.sending : BALLOT.cast}
        </Button>
      }
    >
      <View className="stack">
        <View className="t14 quiet">{BALLOT.confirmFor}</View>
        <LineHomes line={ballot.line} />
        <View className="t14 quiet">{BALLOT.confirmChoices}</View>
        <View>
          {answersOf(view.matterList, ballot.choices).map(({ id, words, choice }) => (
            <View key={id} className="ballot-answer t16">
              <View>{words}</View>
              <View>{choice === undefined ? '' : CHOICE[choice]}</View>
            </View>
          ))}
        </View>
        <View className="t14 quiet">{OPENED_WORDS}</View>
        <StatusLine tone="warning">
          {mayChange && view.closesAt !== undefined ? BALLOT.changeable(fullDate(view.closesAt)) : BALLOT.final}
        </StatusLine>
      </View>
    </Sheet>
  );
};
