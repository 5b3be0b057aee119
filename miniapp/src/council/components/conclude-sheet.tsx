import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { SessionView } from '@gongyi/shared/council/contract';
import { earliestTask } from '@gongyi/shared/council/council-rules';
import type { AgendaItem } from '@gongyi/shared/council/session';
import { PARTIES } from '@gongyi/shared/district/organisation';
import { endOfDay, isoDate } from '@gongyi/shared/kernel/time';
import { serverNow, useDraft } from '../../platform';
import { Button, Choice, DayField, Sheet, StatusLine, TextArea, TextField } from '../../ui';
import { CHAIR, PARTY_WORDS } from '../session-copy';
import type { Chair } from '../use-chair';
import './session.scss';

const TaskDraft = z.object({
  words: z.string(),
  party: z.optional(z.enum(PARTIES)),
  /** One line, one step. */
  steps: z.string(),
  /** ISO date. */
  day: z.optional(z.string()),
});
type TaskDraft = z.output<typeof TaskDraft>;
const Draft = z.object({ words: z.string(), tasks: z.array(TaskDraft) });

const MOST_TASKS = 10;
const MOST_STEPS = 8;

/** The last instant of the day, so that the whole of it is in time. */
const dueOf = (day: string): number => endOfDay(day) - 1;
const stepsOf = (steps: string): string[] =>
  steps
    .split('\n')
    .map((step) => step.trim().slice(0, 80))
    .filter((step) => step !== '')
    .slice(0, MOST_STEPS);

/** The first day that a task may be due: the session's public notice comes before. */
const firstDay = ({ rules }: SessionView): string => isoDate(earliestTask(rules.rules, serverNow()));

interface TaskFieldsProps {
  readonly view: SessionView;
  readonly task: TaskDraft;
  readonly number: number;
  readonly asked: boolean;
  readonly onChange: (part: Partial<TaskDraft>) => void;
  readonly onRemove: () => void;
}

const TaskFields = ({ view, task, number, asked, onChange, onRemove }: TaskFieldsProps) => {
  const name = `${CHAIR.task} ${String(number)}`;
  const seats = view.seats.filter(({ bodyId }) => bodyId !== undefined);
  const first = firstDay(view);
  return (
    <View className="stack item" role="group" aria-label={name}>
      <View className="row">
        <View className="t16 grow">{name}</View>
        <Button kind="quiet" label={`${CHAIR.removeTask} ${String(number)}`} onTap={onRemove}>
          {CHAIR.removeTask}
        </Button>
      </View>
      <TextField
        label={CHAIR.taskWords}
        value={task.words}
        maxLength={200}
        error={asked && task.words.trim() === '' ? CHAIR.taskMissing : undefined}
        onChange={(words) => onChange({ words })}
      />
      <Choice
        label={CHAIR.taskParty}
        options={seats.map(({ party }) => ({ value: party, words: PARTY_WORDS[party] }))}
        value={task.party}
        error={asked && task.party === undefined ? CHAIR.partyMissing : undefined}
        onChange={(party) => onChange({ party })}
      />
      <DayField
        label={CHAIR.taskDue}
        value={task.day}
        first={first}
        hint={CHAIR.taskDueHint(view.rules.rules.publicNoticeDays, first)}
        error={asked && (task.day === undefined || task.day < first) ? CHAIR.taskDueMissing(first) : undefined}
        onChange={(day) => onChange({ day })}
      />
      <TextArea
        label={CHAIR.taskSteps}
        optional
        value={task.steps}
        maxLength={600}
        onChange={(steps) => onChange({ steps })}
      />
    </View>
  );
};

/** 议定: what was resolved word for word, and who does what by when. */
export const ConcludeSheet = ({ view, item, chair }: { view: SessionView; item: AgendaItem; chair: Chair }) => {
  const draft = useDraft(`conclude.${view.id}.${item.topicId}`, Draft, { words: '', tasks: [] });
  const [asked, setAsked] = useState(false);
  const { words, tasks } = draft.value;
  const conclude = async () => {
    setAsked(true);
    const ready = tasks.flatMap(({ words: what, party, steps, day }) =>
      what.trim() === '' || party === undefined || day === undefined || day < firstDay(view)
        ? []
        : [{ words: what.trim(), party, steps: stepsOf(steps), dueAt: dueOf(day) }],
    );
    if (words.trim() === '' || ready.length < tasks.length) return;
    if (await chair.conclude({ words: words.trim(), tasks: ready })) draft.clear();
  };
  const change = (at: number, part: Partial<TaskDraft>) =>
    draft.change({ tasks: tasks.map((task, index) => (index === at ? { ...task, ...part } : task)) });
  return (
    <Sheet
      open
      title={CHAIR.concludeTitle}
      onClose={chair.close}
      footer={
        <Button wide loading={chair.act.busy} onTap={() => void conclude()}>
          {CHAIR.concludeDo}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">{item.title}</View>
        <TextArea
          label={CHAIR.concludeWords}
          placeholder={CHAIR.concludePlaceholder}
          value={words}
          maxLength={2000}
          error={asked && words.trim() === '' ? CHAIR.concludeMissing : undefined}
          onChange={(next) => draft.change({ words: next })}
        />
        <View className="t16">{CHAIR.tasks}</View>
        {tasks.map((task, index) => (
          <TaskFields
            key={index}
            view={view}
            task={task}
            number={index + 1}
            asked={asked}
            onChange={(part) => change(index, part)}
            onRemove={() => draft.change({ tasks: tasks.filter((_, at) => at !== index) })}
          />
        ))}
        {tasks.length >= MOST_TASKS ? null : (
          <Button kind="secondary" onTap={() => draft.change({ tasks: [...tasks, { words: '', steps: '' }] })}>
            {CHAIR.addTask}
          </Button>
        )}
        {chair.act.words === undefined ? null : <StatusLine tone="warning">{chair.act.words}</StatusLine>}
      </View>
    </Sheet>
  );
};
