import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import type { SessionMove } from '@gongyi/shared/council/session-rules';
import { useServerNow } from '../../platform';
import { Button, Card } from '../../ui';
import { runningItem, settable } from '../next-step';
import { CHAIR } from '../session-copy';
import type { Chair, ChairSheet } from '../use-chair';

interface Beside {
  readonly move: SessionMove;
  readonly sheet: ChairSheet;
  readonly words: string;
  readonly danger?: boolean;
}

const BESIDE: readonly Beside[] = [
  { move: 'sign-in-for', sheet: 'sign-for', words: CHAIR.signFor },
  { move: 'confirm-for', sheet: 'confirm-for', words: CHAIR.confirmFor },
  { move: 'recall-minutes', sheet: 'recall-minutes', words: CHAIR.recall },
  { move: 'lock-without', sheet: 'lock-without', words: CHAIR.lock, danger: true },
  { move: 'invite-observer', sheet: 'observer', words: CHAIR.observer },
  { move: 'adjourn', sheet: 'adjourn', words: CHAIR.adjourn },
  { move: 'cancel', sheet: 'cancel', words: CHAIR.cancel, danger: true },
];

/** What a chair may do beside the next step, and only when it may be done. */
export const ChairMore = ({ view, chair }: { view: SessionView; chair: Chair }) => {
  const now = useServerNow(1000);
  const running = runningItem(view) !== undefined;
  const beside = BESIDE.filter(({ move }) => view.moves.includes(move));
  const failing = view.moves.includes('fail') && !view.quorum.reached && now >= view.startsAt;
  const stating = running && view.moves.includes('state-position') && chair.step?.kind !== 'hear';
  const aside =
    settable(view) !== undefined &&
    view.status === 'in-session' &&
    view.moves.includes('defer-item') &&
    chair.step?.kind !== 'set-aside';
  const endEarly = view.status === 'adjourned' && view.moves.includes('end');
  if (beside.length === 0 && !failing && !endEarly) return null;
  return (
    <Card title={CHAIR.more}>
      <View className="chair-more">
        {failing ? (
          <Button kind="danger" onTap={() => chair.show('fail')}>
            {CHAIR.fail}
          </Button>
        ) : null}
        {stating ? (
          <Button kind="secondary" onTap={() => chair.show('state')}>
            {CHAIR.enter}
          </Button>
        ) : null}
        {aside ? (
          <Button kind="secondary" onTap={() => chair.show('set-aside')}>
            {CHAIR.asideAnyway}
          </Button>
        ) : null}
        {endEarly ? (
          <Button kind="secondary" onTap={() => chair.show('end')}>
            {CHAIR.step.end}
          </Button>
        ) : null}
        {beside.map(({ sheet, words, danger }) => (
          <Button key={sheet} kind={danger ? 'danger' : 'secondary'} onTap={() => chair.show(sheet)}>
            {words}
          </Button>
        ))}
      </View>
    </Card>
  );
};
