import { View } from '@tarojs/components';
import { secondTopic } from '@gongyi/shared/council/contract';
import type { TopicView } from '@gongyi/shared/council/contract';
import { requireSignIn } from '../../platform';
import type { Act } from '../../platform';
import { Button, say } from '../../ui';
import { verdictsOf } from '../screening';
import { SCREEN, TOPIC } from '../topic-copy';
import './topic-primary.scss';

const maySecond = (view: TopicView): boolean => view.moves.includes('second') && !view.secondedByMe && !view.mine;
/** What is accepted already can still be merged or redirected, but that is not the thing to do. */
export const mayScreen = (view: TopicView): boolean => view.status === 'proposed' && verdictsOf(view).length > 0;

interface TopicPrimaryProps {
  readonly view: TopicView;
  readonly act: Act;
  readonly onMoved: (view: TopicView) => void;
  readonly onScreen: () => void;
}

/** Whether there is anything to do at the bottom of the page. */
export const hasPrimary = (view: TopicView): boolean => maySecond(view) || mayScreen(view);

/** The one thing to do: to screen it, or to stand behind it. */
export const TopicPrimary = ({ view, act, onMoved, onScreen }: TopicPrimaryProps) => {
  const second = async () => {
    if (!(await requireSignIn())) return;
    const moved = await act.run(secondTopic, { params: { topicId: view.id }, body: { rev: view.rev } });
    if (moved === undefined) return;
    say(TOPIC.seconded);
    onMoved(moved);
  };
  return (
    <View className="topic-action">
      {maySecond(view) ? (
        <Button kind={mayScreen(view) ? 'secondary' : 'primary'} wide loading={act.busy} onTap={() => void second()}>
          {TOPIC.second}
        </Button>
      ) : null}
      {mayScreen(view) ? (
        <Button wide onTap={onScreen}>
          {SCREEN.verb}
        </Button>
      ) : null}
    </View>
  );
};
