import { View } from '@tarojs/components';
import { useState } from 'react';
import { answerVoteObjection, listVoteObjections } from '@gongyi/shared/votes/contract-result';
import type { VoteObjection } from '@gongyi/shared/votes/contract-result';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { Page, useAct, usePagedList, useServerNow } from '../../../platform';
import { Button, Card, Chip, EmptyState, ListMore, Skeleton, WordsSheet, clockWords, say } from '../../../ui';
import { RESULT } from '../../copy';
import { OBJECTIONS } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';

interface LineProps {
  readonly one: VoteObjection;
  readonly now: number;
  readonly onAnswer: (() => void) | undefined;
}

const Line = ({ one, now, onAnswer }: LineProps) => (
  <Card>
    <View className="stack">
      <View className="row wrap">
        <View className="t14 quiet grow figure">{`${one.signature} · ${clockWords(one.at, now)}`}</View>
        {one.answer === undefined ? <Chip tone="warning">{RESULT.unanswered}</Chip> : null}
      </View>
      <View className="t16 desk-words">{one.words ?? RESULT.checking}</View>
      {one.answer === undefined ? null : (
        <View>
          <View className="t14 quiet figure">
            {`${RESULT.answer} · ${one.answer.by} · ${clockWords(one.answer.at, now)}`}
          </View>
          <View className="t16 desk-words">{one.answer.words ?? RESULT.checking}</View>
        </View>
      )}
      {onAnswer === undefined ? null : (
        <Button kind="secondary" label={`${OBJECTIONS.answer} ${one.signature}`} onTap={onAnswer}>
          {OBJECTIONS.answer}
        </Button>
      )}
    </View>
  </Card>
);

const List = ({ view }: { view: VoteView }) => {
  const now = useServerNow();
  const params = { voteId: view.id };
  const list = usePagedList(listVoteObjections, { params });
  const act = useAct(() => void list.refresh());
  const [answering, setAnswering] = useState<VoteObjection>();
  const { state, last } = list;
  const close = () => {
    act.clear();
    setAnswering(undefined);
  };
  const answer = async (words: string) => {
    if (answering === undefined) return;
    const input = { params: { ...params, objectionId: answering.id }, body: { words } };
    if ((await act.run(answerVoteObjection, input)) === undefined) return;
    await list.refresh();
    close();
    say(OBJECTIONS.done);
  };
  return (
    <>
      {state.status === 'loading' ? <Skeleton rows={3} /> : null}
      {state.status === 'ready' && state.items.length === 0 ? <EmptyState words={RESULT.noObjections} /> : null}
      {state.items.map((one) => (
        <Line
          key={one.id}
          one={one}
          now={now}
          onAnswer={last?.mayAnswer === true && one.answer === undefined ? () => setAnswering(one) : undefined}
        />
      ))}
      <ListMore state={state} onRefresh={list.refresh} onMore={list.more} />
      {answering === undefined ? null : (
        <WordsSheet
          title={OBJECTIONS.answer}
          label={OBJECTIONS.label}
          hint={OBJECTIONS.hint}
          missing={OBJECTIONS.missing}
          most={1000}
          verb={OBJECTIONS.verb}
          act={act}
          onSend={(words) => void answer(words)}
          onClose={close}
        >
          <View className="t16 desk-words">{answering.words ?? RESULT.checking}</View>
        </WordsSheet>
      )}
    </>
  );
};

/** 答复异议: what owners object to a result, those unanswered first. */
export default function DeskObjectionsPage() {
  return (
    <DeskVotePage title={OBJECTIONS.title}>
      {(_desk, view) => (
        <Page title={OBJECTIONS.title}>
          <View className="stack">
            <VoteTop view={view} />
            <List view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}
