import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { useServerNow } from '../../platform';
import { Button, Card, Due, StatusLine, TextArea } from '../../ui';
import { CHAIR, SESSION } from '../session-copy';
import type { Chair } from '../use-chair';
import { Disputes, MinutesCard } from './minutes-card';

/** The minutes: written by the chair while they are a draft, read by everybody afterwards. */
export const MinutesEditor = ({ view, chair }: { view: SessionView; chair: Chair }) => {
  const now = useServerNow();
  const { minutes } = chair;
  if (!view.moves.includes('edit-minutes')) return <MinutesCard view={view} />;
  return (
    <Card
      title={SESSION.minutes}
      {...(view.minutesDueAt === undefined ? {} : { aside: <Due at={view.minutesDueAt} now={now} /> })}
    >
      <View className="stack chair-minutes">
        <Disputes view={view} />
        <TextArea label={CHAIR.minutesDraft} value={minutes.words} maxLength={10_000} onChange={minutes.change} />
        {minutes.changed ? (
          <StatusLine
            tone="warning"
            action={
              <Button
                kind="secondary"
                loading={chair.act.busy}
                disabled={minutes.words.trim() === ''}
                onTap={() => void chair.saveMinutes()}
              >
                {CHAIR.saveMinutes}
              </Button>
            }
          >
            {CHAIR.minutesKept}
          </StatusLine>
        ) : null}
      </View>
    </Card>
  );
};
