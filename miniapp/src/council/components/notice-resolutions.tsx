import { View } from '@tarojs/components';
import type { PublicNotice } from '@gongyi/shared/council/contract';
import { open, useServerNow } from '../../platform';
import { Button, Card, Chip, clockWords } from '../../ui';
import { NOTICE, SESSION } from '../session-copy';
import { PartyName } from './party-name';
import './session.scss';

type Resolved = PublicNotice['resolutions'][number];

const Task = ({ task }: { task: Resolved['tasks'][number] }) => {
  const now = useServerNow();
  const late = task.doneAt === undefined && now > task.dueAt;
  return (
    <View className="seat" role="listitem">
      <View className="row wrap">
        <View className="grow">
          <PartyName party={task.party} />
        </View>
        {task.doneAt === undefined ? (
          <Chip tone={late ? 'danger' : 'plain'}>
            {late ? NOTICE.overdue : `${clockWords(task.dueAt, now)} ${NOTICE.by}`}
          </Chip>
        ) : (
          <Chip tone="success">{NOTICE.done}</Chip>
        )}
      </View>
      <View className="t16">{task.words}</View>
      <View className="t14 quiet">{task.bodyName}</View>
    </View>
  );
};

/** What was resolved, word for word, and who does what by when. */
export const NoticeResolutions = ({ notice }: { notice: PublicNotice }) => (
  <Card title={NOTICE.resolutions}>
    {notice.resolutions.length === 0 ? <View className="t16 quiet">{NOTICE.none}</View> : null}
    {notice.resolutions.map((resolved, index) => (
      <View key={resolved.topicId} className="item">
        <View className="item-head">
          <View className="t16 item-title">{`${String(index + 1)}. ${resolved.title}`}</View>
          <Chip tone="success">{resolved.by === 'consensus' ? SESSION.consensus : SESSION.byVote}</Chip>
          <Button
            kind="quiet"
            label={`看议题 ${resolved.title}`}
            onTap={() => open('council/pages/topic/index', { id: resolved.topicId })}
          >
            看议题
          </Button>
        </View>
        <View className="t16 minutes-words">{resolved.words}</View>
        {resolved.tasks.length === 0 ? null : (
          <View role="list" aria-label={NOTICE.tasks}>
            <View className="t14 quiet">{NOTICE.tasks}</View>
            {resolved.tasks.map((task) => (
              <Task key={task.id} task={task} />
            ))}
          </View>
        )}
      </View>
    ))}
  </Card>
);
