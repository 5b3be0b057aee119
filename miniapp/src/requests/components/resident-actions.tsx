import { View } from '@tarojs/components';
import { useState } from 'react';
import { answerQuote, joinRequest, nudgeRequest, withdrawRequest } from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import type { Act } from '../../platform';
import { Button, Card, Confirm, clockWords, say } from '../../ui';
import { MOVE, priceWords } from '../copy';
import { ReplySheet } from './reply-sheet';

interface ActionsProps {
  readonly view: RequestView;
  readonly act: Act;
  readonly now: number;
  readonly onMoved: (view: RequestView) => void;
}

/** A price that waits for an answer: what for, how much, yes or no side by side. */
export const QuoteCard = ({ view, act, now, onMoved }: ActionsProps) => {
  const { quote } = view;
  if (quote === undefined) return null;
  const answer = async (accepted: boolean) => {
    const moved = await act.run(answerQuote, { params: { requestId: view.id }, body: { rev: view.rev, accepted } });
    if (moved) onMoved(moved);
  };
  const state = { open: '等待答复', accepted: '已同意', refused: '未同意' }[quote.state];
  return (
    <Card title={`报价 ${priceWords(quote.fen)}`} aside={<View className="t14 quiet">{state}</View>}>
      <View className="stack">
        <View className="t16">{quote.words}</View>
        <View className="t14 quiet">
          {clockWords(quote.at, now)} 报的价。同意后才开工，费用线下付给办理单位，共议不收钱。
        </View>
        {quote.state === 'open' && view.moves.includes('answer-quote') ? (
          <View className="row">
            <Button kind="secondary" wide loading={act.busy} onTap={() => void answer(true)}>
              同意报价
            </Button>
            <Button kind="secondary" wide loading={act.busy} onTap={() => void answer(false)}>
              不同意
            </Button>
          </View>
        ) : null}
      </View>
    </Card>
  );
};

/** What a resident can do with an open request beside waiting. */
export const ResidentActions = ({ view, act, onMoved }: Omit<ActionsProps, 'now'>) => {
  const [asking, setAsking] = useState<'withdraw' | 'reply'>();
  const at = { params: { requestId: view.id }, body: { rev: view.rev } };
  const done = (moved: RequestView | undefined, words: string) => {
    if (moved === undefined) return;
    setAsking(undefined);
    say(words);
    onMoved(moved);
  };
  const may = (move: RequestView['moves'][number]) => view.moves.includes(move);
  if (!(['join', 'nudge', 'reply', 'withdraw'] as const).some(may)) return null;
  return (
    <View className="resident-actions">
      {may('join') && !view.joinedByMe && !view.mine ? (
        <Button
          kind="secondary"
          loading={act.busy}
          onTap={() => void act.run(joinRequest, at).then((moved) => done(moved, '已记下，进展会通知您'))}
        >
          {MOVE.join}
        </Button>
      ) : null}
      {may('nudge') ? (
        <Button
          kind="secondary"
          loading={act.busy}
          onTap={() => void act.run(nudgeRequest, at).then((moved) => done(moved, '已催办'))}
        >
          {MOVE.nudge}
        </Button>
      ) : null}
      {may('reply') ? (
        <Button kind="secondary" onTap={() => setAsking('reply')}>
          {MOVE.reply}
        </Button>
      ) : null}
      {may('withdraw') ? (
        <Button kind="quiet" onTap={() => setAsking('withdraw')}>
          {MOVE.withdraw}
        </Button>
      ) : null}
      <Confirm
        open={asking === 'withdraw'}
        title="撤回这件报事？"
        lines={['撤回后办理人员不再处理，记录还在。以后可以重新报。']}
        verb={MOVE.withdraw}
        danger
        busy={act.busy}
        onConfirm={() => void act.run(withdrawRequest, at).then((moved) => done(moved, '已撤回'))}
        onClose={() => setAsking(undefined)}
      />
      <ReplySheet
        open={asking === 'reply'}
        view={view}
        act={act}
        onMoved={(moved) => done(moved, '已留言')}
        onClose={() => setAsking(undefined)}
      />
    </View>
  );
};
