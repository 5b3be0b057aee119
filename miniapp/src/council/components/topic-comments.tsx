import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { commentTopic, hideTopicComment } from '@gongyi/shared/council/contract';
import type { TopicStep, TopicView } from '@gongyi/shared/council/contract';
import { requireSignIn, useAct, useDraft } from '../../platform';
import { Button, Card, StatusLine, TextArea, WordsSheet, clockWords, say } from '../../ui';
import { COMMENTS, SCREEN, TOPIC } from '../topic-copy';
import type { TimelineHere } from '../use-timeline';
import { EarlierButton } from './earlier-button';
import './topic-comments.scss';

interface TopicCommentsProps {
  readonly view: TopicView;
  readonly timeline: TimelineHere;
  readonly onOutdated: () => void;
  readonly now: number;
  readonly onMoved: (view: TopicView) => void;
}

const SHOWN = 5;
const Draft = z.object({ words: z.string() });

const wordsOf = (step: TopicStep): string | undefined =>
  step.hidden ? undefined : (step.words ?? (step.wordsState === 'held' ? TOPIC.held : TOPIC.checking));

interface CommentProps {
  readonly step: TopicStep;
  readonly now: number;
  readonly onHide: (() => void) | undefined;
}

const Comment = ({ step, now, onHide }: CommentProps) => (
  <View className="topic-comment" role="listitem">
    <View className="t14 quiet figure">
      {step.mine ? COMMENTS.mine : step.by} · {clockWords(step.at, now)}
    </View>
    {step.hidden ? <View className="t14 quiet">{COMMENTS.hidden}</View> : <View className="t16">{wordsOf(step)}</View>}
    {step.hidden || onHide === undefined ? null : (
      <Button kind="quiet" label={`${COMMENTS.hide}：${step.words ?? step.by}`} onTap={onHide}>
        {COMMENTS.hide}
      </Button>
    )}
  </View>
);

const Write = ({ view, onOutdated, onMoved }: Omit<TopicCommentsProps, 'now' | 'timeline'>) => {
  const act = useAct(onOutdated);
  const draft = useDraft(`comment.${view.id}`, Draft, { words: '' });
  const { words } = draft.value;
  const send = async () => {
    if (!(await requireSignIn())) return;
    const moved = await act.run(commentTopic, { params: { topicId: view.id }, body: { rev: view.rev, words } });
    if (moved === undefined) return;
    draft.clear();
    say(COMMENTS.said);
    onMoved(moved);
  };
  return (
    <View className="stack">
      <TextArea
        label={COMMENTS.label}
        placeholder={COMMENTS.placeholder}
        value={words}
        maxLength={500}
        onChange={(next) => draft.change({ words: next })}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      {words.trim() === '' ? null : (
        <Button kind="secondary" wide loading={act.busy} onTap={() => void send()}>
          {COMMENTS.verb}
        </Button>
      )}
    </View>
  );
};

/** What neighbours say of it, the newest last; the community may hide one, with the reason. */
export const TopicComments = ({ view, timeline, onOutdated, now, onMoved }: TopicCommentsProps) => {
  const act = useAct(onOutdated);
  const [all, setAll] = useState(false);
  const [hiding, setHiding] = useState<number>();
  const steps = timeline.steps.filter(({ kind }) => kind === 'commented');
  const mayWrite = view.moves.includes('comment');
  if (view.comments === 0 && !mayWrite) return null;
  const shown = all ? steps : steps.slice(-SHOWN);
  const before = view.comments - shown.length;
  const close = () => {
    act.clear();
    setHiding(undefined);
  };
  const hide = async (reason: string, hiddenRev: number) => {
    const body = { rev: view.rev, hiddenRev, reason };
    const moved = await act.run(hideTopicComment, { params: { topicId: view.id }, body });
    if (moved === undefined) return;
    close();
    onMoved(moved);
  };
  return (
    <Card title={COMMENTS.title(view.comments)}>
      <View className="stack">
        {shown.length < steps.length ? (
          <Button kind="quiet" onTap={() => setAll(true)}>
            {COMMENTS.more(before)}
          </Button>
        ) : before > 0 ? (
          <EarlierButton timeline={timeline}>{COMMENTS.more(before)}</EarlierButton>
        ) : null}
        {view.comments === 0 ? (
          <View className="t14 quiet">{COMMENTS.none}</View>
        ) : (
          <View className="stack" role="list">
            {shown.map((step) => (
              <Comment
                key={step.rev}
                step={step}
                now={now}
                onHide={view.moves.includes('hide-comment') ? () => setHiding(step.rev) : undefined}
              />
            ))}
          </View>
        )}
        {mayWrite ? <Write view={view} onOutdated={onOutdated} onMoved={onMoved} /> : null}
      </View>
      {hiding === undefined ? null : (
        <WordsSheet
          missing={SCREEN.needReason}
          title={COMMENTS.hideTitle}
          label={COMMENTS.hideLabel}
          placeholder={COMMENTS.hidePlaceholder}
          verb={COMMENTS.hideVerb}
          act={act}
          onSend={(reason) => void hide(reason, hiding)}
          onClose={close}
        />
      )}
    </Card>
  );
};
