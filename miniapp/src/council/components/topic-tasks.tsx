import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TopicView } from '@gongyi/shared/council/contract';
import type { Task } from '@gongyi/shared/council/topic';
import { isHandedUp } from '@gongyi/shared/council/topic-rules';
import { useAct } from '../../platform';
import { Button, Card, Chip, Due, Icon, StatusLine, clockWords } from '../../ui';
import { TASKS } from '../topic-copy';
import { PartyChip } from './party-chip';
import { SuperviseSheet } from './supervise-sheet';
import { TaskSheet } from './task-sheet';
import './topic-tasks.scss';

interface TopicTasksProps {
  readonly view: TopicView;
  readonly onOutdated: () => void;
  readonly now: number;
  readonly onMoved: (view: TopicView) => void;
}

const Steps = ({ task }: { task: Task }) => {
  if (task.steps.length === 0) return null;
  return (
    <View role="list" aria-label={TASKS.steps}>
      {task.steps.map(({ words, done }, at) => (
        <View key={at} className="topic-step t14" role="listitem">
          {done ? <Icon name="check" size={18} /> : <View className="topic-step-dot" aria-hidden="true" />}
          <View className="grow">{TASKS.step(words, done)}</View>
        </View>
      ))}
    </View>
  );
};

const When = ({ task, now }: { task: Task; now: number }) =>
  task.doneAt === undefined ? (
    <Due at={task.dueAt} now={now} />
  ) : (
    <Chip tone="success">{TASKS.done(clockWords(task.doneAt, now))}</Chip>
  );

interface TaskBlockProps {
  readonly task: Task;
  readonly now: number;
  /** My party's, and still open. */
  readonly mine: boolean;
  readonly moves: TopicView['moves'];
  readonly onAsk: (what: 'progress' | 'finish') => void;
}

const TaskBlock = ({ task, now, mine, moves, onAsk }: TaskBlockProps) => (
  <View className="stack topic-task" role="listitem">
    <View className="topic-task-head">
      <PartyChip party={task.party} />
      <View className="grow t14 quiet">{task.bodyName}</View>
      <When task={task} now={now} />
    </View>
    <View className="t16">{task.words}</View>
    <View className="t14 quiet figure">{TASKS.due(clockWords(task.dueAt, now))}</View>
    <Steps task={task} />
    {task.overdueSince === undefined || task.doneAt !== undefined ? null : (
      <StatusLine tone="danger">{TASKS.overdue(clockWords(task.overdueSince, now))}</StatusLine>
    )}
    {mine ? (
      <View className="row wrap">
        {moves.includes('progress') ? (
          <Button kind="secondary" label={`${TASKS.progress}：${task.words}`} onTap={() => onAsk('progress')}>
            {TASKS.progress}
          </Button>
        ) : null}
        {moves.includes('finish-task') ? (
          <Button kind="secondary" label={`${TASKS.finish}：${task.words}`} onTap={() => onAsk('finish')}>
            {TASKS.finish}
          </Button>
        ) : null}
      </View>
    ) : null}
  </View>
);

/** Who does what by when, how far it has come; my party's own can be moved on here. */
export const TopicTasks = ({ view, onOutdated, now, onMoved }: TopicTasksProps) => {
  const act = useAct(onOutdated);
  const [asked, setAsked] = useState<{ readonly task: Task; readonly what: 'progress' | 'finish' }>();
  const [supervising, setSupervising] = useState(false);
  const supervises = view.moves.includes('supervise');
  if (view.taskList.length === 0 && !supervises) return null;
  const close = () => {
    act.clear();
    setAsked(undefined);
    setSupervising(false);
  };
  const moved = (next: TopicView) => {
    close();
    onMoved(next);
  };
  return (
    <Card title={isHandedUp(view) ? TASKS.handedUp : TASKS.title}>
      {view.taskList.length === 0 ? null : (
        <View className="stack" role="list">
          {view.taskList.map((task) => (
            <TaskBlock
              key={task.id}
              task={task}
              now={now}
              mine={view.myTasks.includes(task.id) && task.doneAt === undefined}
              moves={view.moves}
              onAsk={(what) => setAsked({ task, what })}
            />
          ))}
        </View>
      )}
      {supervises ? (
        <Button kind="quiet" onTap={() => setSupervising(true)}>
          {isHandedUp(view) ? TASKS.report : TASKS.supervise}
        </Button>
      ) : null}
      {asked === undefined ? null : (
        <TaskSheet
          key={`${asked.what}.${asked.task.id}`}
          {...asked}
          view={view}
          act={act}
          onMoved={moved}
          onClose={close}
        />
      )}
      {supervising ? <SuperviseSheet view={view} act={act} onMoved={moved} onClose={close} /> : null}
    </Card>
  );
};
