import { View } from '@tarojs/components';
import { useState } from 'react';
import { completeHandOver, listHandOvers, noteHandOverItem } from '@gongyi/shared/votes/contract-result';
import type { HandOver } from '@gongyi/shared/votes/contract-result';
import {
  LoadState,
  Page,
  open,
  useAct,
  useLoad,
  usePageParams,
  usePullToRefresh,
  useServerNow,
} from '../../../platform';
import type { Act } from '../../../platform';
import {
  Bar,
  Button,
  Card,
  CardLink,
  Chip,
  Confirm,
  EmptyState,
  StatusLine,
  WordsSheet,
  clockWords,
  say,
} from '../../../ui';
import { CheckedPhotos } from '../../../requests/components/checked-photos';
import { HANDOVER } from '../../desk-copy';
import { CompoundPage } from '../../desk/compound-page';
import { PlanHandOver } from '../../desk/plan-hand-over';

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

interface OneProps {
  readonly one: HandOver;
  readonly act: Act;
  readonly onChanged: (one: HandOver) => void;
}

const One = ({ one, act, onChanged }: OneProps) => {
  const now = useServerNow();
  const [noting, setNoting] = useState<Item>();
  const [asking, setAsking] = useState(false);
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
    setAsking(false);
    say(saved.state === 'done' ? HANDOVER.completed : HANDOVER.notAll);
  };
  const trouble = act.words === undefined ? [] : [act.words];
  return (
    <Card title={`${one.from.name} → ${one.to.name}`}>
      <View className="stack">
        <View className="row wrap">
          <Chip tone={one.state === 'done' ? 'success' : 'brand'}>{HANDOVER.state[one.state]}</Chip>
          <View className="t14 quiet figure">{HANDOVER.on(one.onDay)}</View>
        </View>
        <BasisLine basis={one.basis} />
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
        {one.mayChange && planned ? (
          <Button kind="danger" wide onTap={() => setAsking(true)}>
            {HANDOVER.complete}
          </Button>
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
        open={asking}
        danger
        title={HANDOVER.completeTitle}
        lines={[...HANDOVER.completeLines(one.from.name, one.to.name), ...trouble]}
        verb={HANDOVER.complete}
        busy={act.busy}
        onConfirm={() => void complete()}
        onClose={() => {
          act.clear();
          setAsking(false);
        }}
      />
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

const HandOvers = ({ compoundId }: { compoundId: string }) => {
  const { vote } = usePageParams();
  const load = useLoad(listHandOvers, { params: { compoundId } });
  const act = useAct(() => void load.reload());
  const [planning, setPlanning] = useState(false);
  usePullToRefresh(load.reload);
  const items = load.value?.items ?? [];
  const mayWithoutVote = load.value?.mayWithoutVote ?? false;
  const put = (one: HandOver) =>
    load.replace({ items: [one, ...items.filter(({ id }) => id !== one.id)], mayWithoutVote });
  return (
    <Page
      title={HANDOVER.title}
      action={
        load.value === undefined ? undefined : (
          <Button wide onTap={() => setPlanning(true)}>
            {HANDOVER.plan}
          </Button>
        )
      }
    >
      <View className="stack">
        <StatusLine>{HANDOVER.how}</StatusLine>
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {load.value === undefined ? <LoadState load={load} /> : null}
        {load.value !== undefined && items.length === 0 ? <EmptyState words={HANDOVER.none} /> : null}
        {items.map((one) => (
          <One key={one.id} one={one} act={act} onChanged={put} />
        ))}
      </View>
      {planning ? (
        <PlanHandOver
          compoundId={compoundId}
          voteId={vote}
          mayWithoutVote={mayWithoutVote}
          onPlanned={(planned) => {
            put(planned);
            setPlanning(false);
            say(HANDOVER.planned);
          }}
          onClose={() => setPlanning(false)}
        />
      ) : null}
    </Page>
  );
};

/** 物业交接: what one property company hands to the next, and the day on which orders and access move. */
export default function DeskHandOverPage() {
  return (
    <CompoundPage title={HANDOVER.title}>
      {(compoundId) => <HandOvers key={compoundId} compoundId={compoundId} />}
    </CompoundPage>
  );
}
