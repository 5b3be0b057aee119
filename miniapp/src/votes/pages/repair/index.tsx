import { View } from '@tarojs/components';
import { getRepair } from '@gongyi/shared/votes/contract-emergency';
import type { RepairView } from '@gongyi/shared/votes/contract-emergency';
import {
  LoadState,
  Page,
  useLoad,
  usePageParams,
  usePullToRefresh,
  useServerNow,
  useShareCard,
} from '../../../platform';
import { CheckedPhotos } from '../../../requests/components/checked-photos';
import { Card, Chip, EmptyState, StatusLine, Timeline, clockWords } from '../../../ui';
import { REPAIR, VOTE } from '../../copy';
import { fenWords, fullDate } from '../../figures';
import '../../components/vote.scss';

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="vote-facts t16">
    <View className="quiet">{name}</View>
    <View className="figure">{value}</View>
  </View>
);

const Head = ({ view, now }: { view: RepairView; now: number }) => {
  const { words, tone } = REPAIR.status[view.status];
  const late = view.status === 'done' && view.accountsBy !== undefined && now > view.accountsBy;
  return (
    <Card>
      <View className="stack">
        <View className="row wrap">
          <View className="t14 quiet grow figure">{view.number}</View>
          <Chip tone={tone}>{words}</Chip>
        </View>
        <View className="t20">{view.title}</View>
        <View className="t14 quiet">{REPAIR.kind[view.kind]}</View>
        <Fact name={REPAIR.at} value={view.placeNames.join('、')} />
        <Fact name={REPAIR.estimate} value={fenWords(view.estimate)} />
        {view.spent === undefined ? null : <Fact name={REPAIR.spent} value={fenWords(view.spent)} />}
        {view.accountsBy === undefined || view.status === 'accounted' ? null : (
          <Fact name={REPAIR.accountsBy} value={fullDate(view.accountsBy)} />
        )}
        {late ? <StatusLine tone="danger">{REPAIR.late}</StatusLine> : null}
      </View>
    </Card>
  );
};

const Body = ({ step }: { step: RepairView['steps'][number] }) => (
  <>
    <View className="t16 vote-words">{step.words ?? REPAIR.checking}</View>
    <CheckedPhotos photos={step.photos} name={REPAIR.photo} />
  </>
);

/** One emergency repair: told beforehand, checked, done, and what it cost, with the vouchers. */
export default function RepairPage() {
  const { id } = usePageParams();
  const now = useServerNow();
  const load = useLoad(getRepair, id === undefined ? undefined : { params: { repairId: id } });
  const view = load.value;
  useShareCard(view && { title: `${REPAIR.title}：${view.title}`, path: `votes/pages/repair/index?id=${view.id}` });
  usePullToRefresh(load.reload);
  if (view === undefined)
    return (
      <Page title={REPAIR.title}>
        {id === undefined ? <EmptyState words={VOTE.gone} /> : <LoadState load={load} />}
      </Page>
    );
  return (
    <Page title={REPAIR.title}>
      <View className="stack">
        <Head view={view} now={now} />
        <View className="t14 quiet">{REPAIR.how}</View>
        <Card title={REPAIR.timeline}>
          <Timeline
            entries={[...view.steps].reverse().map((step) => ({
              key: String(step.rev),
              title: REPAIR.steps[step.kind],
              by: step.by,
              when: clockWords(step.at, now),
              body:
                step.words === undefined && step.wordsState === undefined && step.photos.length === 0 ? undefined : (
                  <Body step={step} />
                ),
            }))}
          />
        </Card>
      </View>
    </Page>
  );
}
