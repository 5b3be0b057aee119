import { View } from '@tarojs/components';
import { listTopics } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { REDIRECTS } from '@gongyi/shared/council/topic';
import { useLoad } from '../../platform';
import type { Act } from '../../platform';
import { Button, Choice, Sheet, Skeleton, StatusLine, TextArea } from '../../ui';
import { verdictsOf } from '../screening';
import type { Verdict } from '../screening';
import { similarTopics } from '../similar-topics';
import { PROPOSE, REDIRECT, SCREEN } from '../topic-copy';
import { TOPIC_ROW } from '../topic-status';
import { useScreening } from '../use-screening';

interface ScreenSheetProps {
  readonly view: TopicView;
  readonly act: Act;
  readonly onMoved: (view: TopicView) => void;
  readonly onClose: () => void;
}

const OPTIONS: Record<Verdict, { readonly words: string; readonly hint: string }> = {
  accept: { words: SCREEN.accept, hint: SCREEN.acceptHint },
  merge: { words: SCREEN.merge, hint: SCREEN.mergeHint },
  return: { words: SCREEN.return, hint: SCREEN.returnHint },
  redirect: { words: SCREEN.redirect, hint: SCREEN.redirectHint },
};

interface IntoProps {
  readonly view: TopicView;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (id: string) => void;
}

/** The compound's other open topics, those most like this one first. */
const Into = ({ view, ...choice }: IntoProps) => {
  const params = { compoundId: view.compoundId };
  const gathering = useLoad(listTopics, { params, query: { stage: 'gathering', limit: 50 } });
  const waiting = useLoad(listTopics, { params, query: { stage: 'waiting', limit: 50 } });
  const failed = [gathering, waiting].find(({ status }) => status === 'failed');
  if (failed !== undefined) return <StatusLine tone="warning">{failed.words}</StatusLine>;
  if (gathering.value === undefined || waiting.value === undefined) return <Skeleton rows={2} />;
  const others = [...gathering.value.items, ...waiting.value.items].filter(
    ({ id, status }) => id !== view.id && status !== 'returned',
  );
  if (others.length === 0) return <StatusLine>{SCREEN.intoNone}</StatusLine>;
  const like = similarTopics(`${view.title}\n${view.words ?? ''}`, others);
  const sorted = [...like, ...others.filter((row) => !like.includes(row))];
  return (
    <Choice
      label={SCREEN.into}
      layout="rows"
      options={sorted.map(({ id, title, seconds, number }) => ({
        value: id,
        words: title,
        hint: `${TOPIC_ROW.seconds(seconds)} · ${number}`,
      }))}
      {...choice}
    />
  );
};

interface OwnersProps {
  readonly law: { readonly item: number; readonly words: string } | undefined;
  readonly busy: boolean;
  readonly onVote: (() => void) | undefined;
}

/** What the law leaves to the owners is never the council's: the way on is one tap. */
const OwnersDecide = ({ law, busy, onVote }: OwnersProps) => (
  <>
    <StatusLine tone="warning">
      <View>{SCREEN.ownersDecide}</View>
      {law === undefined ? null : <View className="t14">{PROPOSE.reserved(law.item, law.words)}</View>}
    </StatusLine>
    {onVote === undefined ? null : (
      <Button kind="secondary" wide loading={busy} onTap={onVote}>
        {SCREEN.toVote}
      </Button>
    )}
  </>
);

/** 初审: accept, merge, return or redirect, each with its words. */
export const ScreenSheet = ({ view, act, onMoved, onClose }: ScreenSheetProps) => {
  const screening = useScreening({ view, act, onMoved });
  const { value, change, errorOf } = screening;
  const { verdict } = value;
  const accepting = verdict === 'accept';
  return (
    <Sheet
      open
      title={SCREEN.title}
      onClose={onClose}
      footer={
        verdict === undefined ? undefined : (
          <Button wide loading={act.busy} onTap={() => void screening.send()}>
            {SCREEN.verbs[verdict]}
          </Button>
        )
      }
    >
      <View className="stack">
        {view.status !== 'accepted' && view.wordsState !== 'clear' ? <StatusLine>{SCREEN.unchecked}</StatusLine> : null}
        <Choice
          label={SCREEN.label}
          layout="rows"
          options={verdictsOf(view).map((each) => ({ value: each, ...OPTIONS[each] }))}
          value={verdict}
          onChange={(next) => change({ verdict: next })}
        />
        {screening.ownersDecide ? (
          <OwnersDecide
            law={screening.law}
            busy={act.busy}
            onVote={view.moves.includes('redirect') ? () => void screening.toVote() : undefined}
          />
        ) : null}
        {verdict === 'merge' ? (
          <Into view={view} value={value.intoId} error={errorOf('intoId')} onChange={(intoId) => change({ intoId })} />
        ) : null}
        {verdict === 'redirect' ? (
          <Choice
            label={SCREEN.to}
            layout="rows"
            options={REDIRECTS.map((to) => ({ value: to, ...REDIRECT[to] }))}
            value={value.to}
            error={errorOf('to')}
            onChange={(to) => change({ to })}
          />
        ) : null}
        {verdict === undefined ? null : (
          <TextArea
            label={accepting ? SCREEN.acceptWords : SCREEN.reason}
            optional={accepting}
            placeholder={accepting ? SCREEN.acceptPlaceholder : SCREEN.reasonPlaceholder}
            value={value.reason}
            maxLength={300}
            error={errorOf('reason')}
            onChange={(reason) => change({ reason })}
          />
        )}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
