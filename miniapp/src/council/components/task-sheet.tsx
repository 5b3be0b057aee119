import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { finishTopicTask, progressTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import type { Task } from '@gongyi/shared/council/topic';
import { WordsAndPhotos } from '../../requests/components/words-and-photos';
import { useDraft, usePhotos } from '../../platform';
import type { Act } from '../../platform';
import { Button, Sheet, StatusLine, Tick, say } from '../../ui';
import { TASKS } from '../topic-copy';

interface TaskSheetProps {
  readonly task: Task;
  readonly what: 'progress' | 'finish';
  readonly view: TopicView;
  readonly act: Act;
  readonly onMoved: (view: TopicView) => void;
  readonly onClose: () => void;
}

const Draft = z.object({ words: z.string(), steps: z.array(z.number()) });

const COPY = {
  progress: {
    title: TASKS.progressTitle,
    label: TASKS.progressLabel,
    placeholder: TASKS.progressPlaceholder,
    verb: TASKS.progressVerb,
    said: TASKS.progressSaid,
  },
  finish: {
    title: TASKS.finishTitle,
    label: TASKS.finishLabel,
    placeholder: TASKS.finishPlaceholder,
    verb: TASKS.finishVerb,
    said: TASKS.finishSaid,
  },
} as const;

interface StepsDoneProps {
  readonly task: Task;
  readonly done: readonly number[];
  readonly onChange: (done: number[]) => void;
}

const StepsDone = ({ task, done, onChange }: StepsDoneProps) => {
  const open = task.steps.flatMap((step, at) => (step.done ? [] : [{ ...step, at }]));
  if (open.length === 0) return null;
  return (
    <View role="group" aria-label={TASKS.stepsDone}>
      <View className="t14 quiet">{TASKS.stepsDone}</View>
      {open.map(({ words, at }) => (
        <Tick
          key={at}
          words={words}
          checked={done.includes(at)}
          onChange={(checked) => onChange(checked ? [...done, at] : done.filter((each) => each !== at))}
        />
      ))}
    </View>
  );
};

/** How far a task has come, or that it is done: words, photos, steps. The words are kept until they are sent. */
export const TaskSheet = ({ task, what, view, act, onMoved, onClose }: TaskSheetProps) => {
  const draft = useDraft(`${what}.${view.id}.${task.id}`, Draft, { words: '', steps: [] });
  const photos = usePhotos();
  const [asked, setAsked] = useState(false);
  const copy = COPY[what];
  const { words, steps } = draft.value;
  const send = async () => {
    setAsked(true);
    if (words.trim() === '' || photos.busy) return;
    const params = { topicId: view.id };
    const body = { rev: view.rev, taskId: task.id, words, photos: [...photos.mediaIds] };
    const moved =
      what === 'finish'
        ? await act.run(finishTopicTask, { params, body })
        : await act.run(progressTopic, { params, body: { ...body, stepsDone: steps } });
    if (moved === undefined) return;
    draft.clear();
    say(copy.said);
    onMoved(moved);
  };
  return (
    <Sheet
      open
      title={copy.title}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy || photos.busy} onTap={() => void send()}>
          {copy.verb}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">{task.words}</View>
        <WordsAndPhotos
          label={copy.label}
          placeholder={copy.placeholder}
          words={words}
          maxLength={500}
          error={asked && words.trim() === '' ? TASKS.needWords : undefined}
          photos={photos}
          addWords={TASKS.addPhoto}
          onWords={(next) => draft.change({ words: next })}
        />
        {what === 'progress' ? (
          <StepsDone task={task} done={steps} onChange={(next) => draft.change({ steps: next })} />
        ) : (
          <View className="t14 quiet">{TASKS.finishHint}</View>
        )}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
