import { View } from '@tarojs/components';
import { useState } from 'react';
import { answerVoteObjection, listVoteObjections } from '@gongyi/shared/votes/contract-result';
import type { VoteObjection } from '@gongyi/shared/votes/contract-result';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { LoadState, Page, useAct, useLoad, useServerNow } from '../../../platform';
import { Button, Card, Chip, EmptyState, WordsSheet, clockWords, say } from '../../../ui';
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
  const load = useLoad(listVoteObjections, { params });
  const act = useAct(() => void load.reload());
  const [answering, setAnswering] = useState<VoteObjection>();
  if (load.value === undefined) return <LoadState load={load} />;
  const { items, mayAnswer } = load.value;
  if (items.length === 0) return <EmptyState words={RESULT.noObjections} />;
  const close = () => {
    act.clear();
    setAnswering(undefined);
  };
  const answer = async (words: string) => {
    if (answering === undefined) return;
    const input = { params: { ...params, objectionId: answering.id }, body: { words } };
    const saved = await act.run(answerVoteObjection, input);
    if (saved === undefined) return;
    load.replace(saved);
    close();
    say(OBJECTIONS.done);
  };
  const waitingFirst = [...items].sort(
    (a, b) => Number(a.answer !== undefined) - Number(b.answer !== undefined) || a.at - b.at,
  );
  return (
    <>
      {waitingFirst.map((one) => (
        <Line
          key={one.id}
          one={one}
          now={now}
          onAnswer={mayAnswer && one.answer === undefined ? () => setAnswering(one) : undefined}
        />
      ))}
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
