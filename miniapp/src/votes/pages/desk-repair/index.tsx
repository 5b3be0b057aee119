import { View } from '@tarojs/components';
import type { Route } from '@gongyi/shared/kernel/define-route';
import { getRepair } from '@gongyi/shared/votes/contract-emergency';
import type { RepairView } from '@gongyi/shared/votes/contract-emergency';
import { CheckedPhotos } from '../../../requests/components/checked-photos';
import {
  LoadState,
  Page,
  useAct,
  useLoad,
  usePageParams,
  usePullToRefresh,
  useServerNow,
  useSignedIn,
} from '../../../platform';
import type { CallInput } from '../../../platform';
import { Card, Chip, Due, EmptyState, StatusLine, Timeline, clockWords, say } from '../../../ui';
import { REPAIR } from '../../copy';
import { REPAIRS } from '../../desk-copy';
import { SignInFirst } from '../../desk/desk-page';
import { RepairSteps } from '../../desk/repair-steps';
import { fenWords } from '../../figures';

type MoveRoute = Route & { readonly reply: { readonly _zod: { readonly output: RepairView } } };

const useRepair = (id: string | undefined) => {
  const load = useLoad(getRepair, id === undefined ? undefined : { params: { repairId: id } });
  const act = useAct(() => void load.reload());
  const move = async <T extends MoveRoute>(route: T, input: CallInput<T>, done: string): Promise<boolean> => {
    const moved: RepairView | undefined = await act.run(route, input);
    if (moved === undefined) return false;
    load.replace(moved);
    say(done);
    return true;
  };
  return { load, act, move };
};

const Head = ({ view, now }: { view: RepairView; now: number }) => {
  const { words, tone } = REPAIR.status[view.status];
  return (
    <Card>
      <View className="stack">
        <View className="row wrap">
          <Chip tone={tone}>{words}</Chip>
          {view.status === 'done' && view.accountsBy !== undefined ? <Due at={view.accountsBy} now={now} /> : null}
          <View className="t14 quiet figure">{view.number}</View>
        </View>
        <View className="t20">{view.title}</View>
        <View className="t16">{`${REPAIR.kind[view.kind]} · ${view.placeNames.join('、')}`}</View>
        <View className="desk-facts t16">
          <View>{REPAIR.estimate}</View>
          <View className="figure">{fenWords(view.estimate)}</View>
        </View>
        {view.spent === undefined ? null : (
          <View className="desk-facts t16">
            <View>{REPAIR.spent}</View>
            <View className="figure">{fenWords(view.spent)}</View>
          </View>
        )}
      </View>
    </Card>
  );
};

const Steps = ({ view, now }: { view: RepairView; now: number }) => (
  <Card title={REPAIR.timeline}>
    <Timeline
      entries={[...view.steps].reverse().map((step) => ({
        key: String(step.rev),
        title: REPAIR.steps[step.kind],
        by: step.by,
        when: clockWords(step.at, now),
        body: (
          <View className="stack">
            {step.words === undefined ? null : <View className="t16 desk-words">{step.words}</View>}
            {step.words === undefined && step.wordsState !== undefined ? (
              <View className="t14 quiet">{REPAIR.checking}</View>
            ) : null}
            <CheckedPhotos photos={step.photos} name={REPAIR.photo} />
          </View>
        ),
      }))}
    />
  </Card>
);

/** One emergency repair: its notice, its check, the work and its accounts. */
export default function DeskRepairPage() {
  const { id } = usePageParams();
  const signedIn = useSignedIn();
  const now = useServerNow();
  const { load, act, move } = useRepair(signedIn ? id : undefined);
  usePullToRefresh(load.reload);
  const view = load.value;
  if (!signedIn) return <SignInFirst title={REPAIRS.title} />;
  if (view === undefined)
    return (
      <Page title={REPAIRS.title}>
        {id === undefined ? <EmptyState words={REPAIRS.gone} /> : <LoadState load={load} />}
      </Page>
    );
  return (
    <Page
      title={REPAIRS.title}
      action={view.moves.length === 0 ? undefined : <RepairSteps view={view} act={act} move={move} />}
    >
      <View className="stack">
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        <Head view={view} now={now} />
        <Steps view={view} now={now} />
      </View>
    </Page>
  );
}
