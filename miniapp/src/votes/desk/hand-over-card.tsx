import { View } from '@tarojs/components';
import { useState } from 'react';
import { cancelHandOver, completeHandOver, noteHandOverItem } from '@gongyi/shared/votes/contract-result';
import type { HandOver } from '@gongyi/shared/votes/contract-result';
import { open, useServerNow } from '../../platform';
import type { Act } from '../../platform';
import { Bar, Button, Card, CardLink, Chip, Confirm, StatusLine, WordsSheet, clockWords, say } from '../../ui';
import { CheckedPhotos } from '../../requests/components/checked-photos';
import { HANDOVER } from '../desk-copy';

type Item = HandOver['items'][number];

interface ItemLineProps {
  readonly item: Item;
  readonly now: number;
  readonly may: boolean;
  readonly busy: boolean;
  readonly onDone: () => void;
  readonly onNote: () => void;
}

const ItemLine = ({ item, now, may, busy, onDone, onNote }: ItemLineProps) => (
  <View className="desk-line stack">
    <View className="row wrap">
      <View className="t16 grow desk-strong">{HANDOVER.item[item.item].words}</View>
      <Chip tone={item.done ? 'success' : 'plain'}>{item.done ? HANDOVER.done : HANDOVER.open}</Chip>
    </View>
    <View className="t14 quiet">{HANDOVER.item[item.item].hint}</View>
    {item.note === undefined ? null : <View className="t14 desk-words">{item.note}</View>}
    {item.at === undefined ? null : (
      <View className="t14 quiet figure">{`${clockWords(item.at, now)} · ${item.by ?? ''}`}</View>
    )}
    {may ? (
      <View className="row wrap">
        {item.done ? null : (
          <Button
            kind="secondary"
            label={`${HANDOVER.markDone} ${HANDOVER.item[item.item].words}`}
            disabled={busy}
            onTap={onDone}
          >
            {HANDOVER.markDone}
          </Button>
        )}
        <Button kind="quiet" label={`${HANDOVER.note} ${HANDOVER.item[item.item].words}`} onTap={onNote}>
          {HANDOVER.note}
        </Button>
      </View>
    ) : null}
  </View>
);

const BasisLine = ({ basis }: { basis: HandOver['basis'] }) =>
  basis.kind === 'vote' ? (
    <>
      <CardLink onTap={() => open('votes/pages/result/index', { id: basis.voteId })}>{HANDOVER.byVote}</CardLink>
      <CheckedPhotos photos={basis.photos ?? []} name={HANDOVER.decision} />
    </>
  ) : (
    <>
      <View className="t14 desk-words">{HANDOVER.byStreetReason(basis.reason)}</View>
      <CheckedPhotos photos={basis.photos} name={HANDOVER.documents} />
    </>
  );

const TONES = { planned: 'brand', moving: 'brand', done: 'success', cancelled: 'plain' } as const;

interface HandOverCardProps {
  readonly one: HandOver;
  readonly act: Act;
  readonly onChanged: (one: HandOver) => void;
}

/** One hand-over: by what, how far, what is left to do, and its end. */
export const HandOverCard = ({ one, act, onChanged }: HandOverCardProps) => {
  const now = useServerNow();
  const [noting, setNoting] = useState<Item>();
  const [asking, setAsking] = useState<'complete' | 'cancel'>();
  const params = { handOverId: one.id };
  const done = one.items.filter((item) => item.done).length;
  const planned = one.state === 'planned';
  const note = async (item: Item, isDone: boolean, words?: string): Promise<boolean> => {
    const text = words ?? item.note;
    const body = { rev: one.rev, item: item.item, done: isDone, ...(text === undefined ? {} : { note: text }) };
    const saved = await act.run(noteHandOverItem, { params, body });
    if (saved === undefined) return false;
    onChanged(saved);
    return true;
  };
  const complete = async () => {
    const saved = await act.run(completeHandOver, { params, body: { rev: one.rev } });
    if (saved === undefined) return;
    onChanged(saved);
    setAsking(undefined);
    say(saved.state === 'done' ? HANDOVER.completed : HANDOVER.notAll);
  };
  const cancel = async (reason: string) => {
    const saved = await act.run(cancelHandOver, { params, body: { rev: one.rev, reason } });
    if (saved === undefined) return;
    onChanged(saved);
    setAsking(undefined);
    say(HANDOVER.cancelDone);
  };
  const leave = () => {
    act.clear();
    setAsking(undefined);
  };
  const trouble = act.words === undefined ? [] : [act.words];
  return (
    <Card title={`${one.from.name} → ${one.to.name}`}>
      <View className="stack">
        <View className="row wrap">
          <Chip tone={TONES[one.state]}>{HANDOVER.state[one.state]}</Chip>
          <View className="t14 quiet figure">{HANDOVER.on(one.onDay)}</View>
        </View>
        <BasisLine basis={one.basis} />
        {one.cancelled === undefined ? (
          <>
            <Bar
              label={HANDOVER.progress}
              part={one.items.length === 0 ? 1 : done / one.items.length}
              numbers={`${String(done)} / ${String(one.items.length)}`}
            />
            {one.orders === undefined ? null : <View className="t16 figure">{HANDOVER.orders(one.orders.moved)}</View>}
            {one.items.map((item) => (
              <ItemLine
                key={item.item}
                item={item}
                now={now}
                may={one.mayChange && planned}
                busy={act.busy}
                onDone={() => void note(item, true)}
                onNote={() => setNoting(item)}
              />
            ))}
          </>
        ) : (
          <View className="t14 desk-words">{HANDOVER.cancelledBy(one.cancelled.by, one.cancelled.reason)}</View>
        )}
        {one.mayChange && planned ? (
          <>
            <Button kind="danger" wide onTap={() => setAsking('complete')}>
              {HANDOVER.complete}
            </Button>
            <Button kind="quiet" wide onTap={() => setAsking('cancel')}>
              {HANDOVER.cancel}
            </Button>
          </>
        ) : null}
        {one.mayChange && one.state === 'moving' ? (
          <>
            <StatusLine tone="warning">{HANDOVER.cutOff}</StatusLine>
            <Button wide loading={act.busy} onTap={() => void complete()}>
              {HANDOVER.goOn}
            </Button>
          </>
        ) : null}
      </View>
      <Confirm
        open={asking === 'complete'}
        danger
        title={HANDOVER.completeTitle}
        lines={[...HANDOVER.completeLines(one.from.name, one.to.name), ...trouble]}
        verb={HANDOVER.complete}
        busy={act.busy}
        onConfirm={() => void complete()}
        onClose={leave}
      />
      {asking === 'cancel' ? (
        <WordsSheet
          title={HANDOVER.cancel}
          label={HANDOVER.cancelReason}
          missing={HANDOVER.cancelMissing}
          verb={HANDOVER.cancel}
          danger
          act={act}
          onSend={(words) => void cancel(words)}
          onClose={leave}
        />
      ) : null}
      {noting === undefined ? null : (
        <WordsSheet
          title={HANDOVER.item[noting.item].words}
          label={HANDOVER.noteLabel}
          missing={HANDOVER.noteMissing}
          verb={HANDOVER.noteVerb}
          act={act}
          onSend={(words) => void note(noting, noting.done, words).then((saved) => saved && setNoting(undefined))}
          onClose={() => {
            act.clear();
            setNoting(undefined);
          }}
        />
      )}
    </Card>
  );
};
