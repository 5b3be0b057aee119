import { View } from '@tarojs/components';
import type { WishView } from '@gongyi/shared/volunteers/contract-view';
import type { WishMove } from '@gongyi/shared/volunteers/wish-rules';
import {
  LoadState,
  Page,
  requireSignIn,
  usePageParams,
  usePullToRefresh,
  useShareCard,
  useSignedIn,
} from '../../../platform';
import { Button, EmptyState, StatusLine } from '../../../ui';
import { WishBody, WishMakers, WishSteps } from '../../components/wish-body';
import { WishSheets } from '../../components/wish-sheets';
import { COMMON, WISH } from '../../copy';
import { useWish } from '../../use-wish';
import type { WishDesk } from '../../use-wish';

/** What comes next, most wanted first; the first of those allowed is the one button at the bottom. */
const FIRST: readonly WishMove[] = ['fulfil', 'thank', 'verify', 'amend', 'claim', 'help'];
const OTHERS: readonly WishMove[] = ['progress', 'help', 'return', 'release', 'stop-helping', 'withdraw', 'close'];

const Shown = ({ desk, view }: { desk: WishDesk; view: WishView }) => {
  const { act, sheet } = desk;
  const first = FIRST.find((move) => view.moves.includes(move));
  const others = [...FIRST, ...OTHERS].filter(
    (move, index, all) => view.moves.includes(move) && move !== first && all.indexOf(move) === index,
  );
  const cannotVerify = first === undefined && view.status === 'posted' && !view.mine && view.wordsState !== 'clear';
  return (
    <Page
      title={WISH.title}
      {...(first === undefined
        ? {}
        : {
            action: (
              <Button wide loading={act.busy} onTap={() => void desk.begin(view, first)}>
                {WISH.move[first]}
              </Button>
            ),
          })}
    >
      <View className="stack">
        {act.words === undefined || sheet !== undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {cannotVerify ? <StatusLine>{WISH.checkingFirst}</StatusLine> : null}
        <WishBody view={view} />
        <WishMakers view={view} desk={desk} />
        {others.length === 0 ? null : (
          <View className="row wrap">
            {others.map((move) => (
              <Button
                key={move}
                kind={move === 'close' || move === 'withdraw' ? 'quiet' : 'secondary'}
                disabled={act.busy}
                onTap={() => void desk.begin(view, move)}
              >
                {WISH.move[move]}
              </Button>
            ))}
          </View>
        )}
        <WishSteps view={view} />
        <View className="t12 quiet figure">{view.number}</View>
      </View>
      <WishSheets view={view} desk={desk} />
    </Page>
  );
};

/** A wish with its steps: what is wished, who makes it come true, and what I may do about it. */
export default function WishPage() {
  const { id, wishId = id } = usePageParams();
  const signedIn = useSignedIn();
  const desk = useWish(wishId);
  const view = desk.load.value;
  useShareCard(
    view === undefined || view.private || view.wordsState !== 'clear'
      ? undefined
      : { title: WISH.share(view.title), path: `volunteers/pages/wish/index?id=${view.id}` },
  );
  usePullToRefresh(desk.load.reload);
  if (view !== undefined) return <Shown desk={desk} view={view} />;
  return (
    <Page title={WISH.title}>
      {signedIn ? (
        <LoadState load={desk.load} rows={5} />
      ) : (
        <EmptyState words={WISH.signIn} action={<Button onTap={() => void requireSignIn()}>{COMMON.signIn}</Button>} />
      )}
    </Page>
  );
}
