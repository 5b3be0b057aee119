import { Text, View } from '@tarojs/components';
import { getOverview } from '@gongyi/shared/command/contract';
import type { CompoundOverview } from '@gongyi/shared/command/contract';
import { listPublicNotices } from '@gongyi/shared/council/contract-lists';
import {
  OutboxLines,
  Page,
  callPhone,
  open,
  canScan,
  codeInAddress,
  scanCode,
  switchTab,
  useCompoundId,
  useLoad,
  useLookChoice,
  usePullToRefresh,
  useServerNow,
  useShareCard,
} from '../../platform';
import {
  BeforeAfter,
  Button,
  Card,
  EmptyState,
  ErrorState,
  Icon,
  PersonLine,
  Press,
  Skeleton,
  lengthWords,
  say,
} from '../../ui';
import type { IconName } from '../../ui';
import { ElderHome } from './elder-home';
import { ElderOffer } from './elder-offer';
import { Hero } from './hero';
import { HOME } from './home-copy';
import { HomeTop } from './home-top';
import { Missing } from './missing';
import { Notices } from './notices';
import { usePendingVotes } from '../../votes/use-pending';
import { useWaiting } from './use-waiting';
import './index.scss';

const Waiting = ({ waiting }: { waiting: ReturnType<typeof useWaiting> }) => (
  <Card title={HOME.waiting}>
    {waiting.items.length === 0 ? <View className="t16 quiet">{waiting.loading ? '…' : HOME.nothing}</View> : null}
    <View className="stack">
      {waiting.items.map((item) => (
        <View key={item.key} className="row waiting">
          <View className="grow">
            <View className="t16">{item.title}</View>
            <View className="t14 quiet figure">{item.hint}</View>
          </View>
          <Button kind="secondary" onTap={() => open(item.page, item.query)}>
            {item.verb}
          </Button>
        </View>
      ))}
    </View>
  </Card>
);

const Tile = ({
  icon,
  words,
  hint,
  wide,
  onTap,
}: {
  icon: IconName;
  words: string;
  hint?: string;
  wide?: boolean;
  onTap: () => void;
}) => (
  <Press className={`tile${wide ? ' tile-wide' : ''}`} onTap={onTap}>
    <Icon name={icon} size={26} />
    <View className="grow">
      <View className="t16 tile-words">{words}</View>
      {hint === undefined ? null : <View className="t12 tile-hint">{hint}</View>}
    </View>
  </Press>
);

const scanToFile = async () => {
  const address = await scanCode();
  if (address === undefined) return;
  const code = codeInAddress(address);
  if (code === undefined) say(HOME.notOurs);
  else open('requests/pages/file/index', { code });
};

const Actions = ({ overview }: { overview: CompoundOverview | undefined }) => {
  const property = overview?.seats.find(({ party }) => party === 'property-company')?.organisation;
  const phone = property?.phone;
  return (
    <View className="tiles">
      <Tile icon="camera" words={HOME.file} hint={HOME.fileHint} wide onTap={() => open('requests/pages/file/index')} />
      <Tile icon="plus" words={HOME.propose} onTap={() => open('council/pages/propose/index')} />
      <Tile icon="person" words={HOME.volunteer} onTap={() => switchTab('volunteers')} />
      <Tile icon="heart" words={HOME.wish} onTap={() => open('volunteers/pages/post-wish/index')} />
      {canScan() ? <Tile icon="scan" words={HOME.scan} onTap={() => void scanToFile()} /> : null}
      {phone === undefined ? null : <Tile icon="phone" words={HOME.property} onTap={() => callPhone(phone)} />}
      <Tile icon="home" words={HOME.homes} onTap={() => open('people/pages/homes/index')} />
    </View>
  );
};

const Around = ({ overview }: { overview: CompoundOverview }) =>
  overview.finished.length === 0 ? null : (
    <Card title={HOME.around}>
      <View className="stack">
        {overview.finished.map((each) => (
          <BeforeAfter
            key={each.requestId}
            before={each.beforeUrl}
            after={each.afterUrl}
            words={`${each.title} · ${lengthWords(each.tookMs)}修好`}
            onTap={() => open('requests/pages/detail/index', { id: each.requestId })}
          />
        ))}
      </View>
    </Card>
  );

const Duty = ({ overview }: { overview: CompoundOverview }) => (
  <Card title={HOME.duty}>
    {overview.duty.length === 0 ? <View className="t16 quiet">{HOME.noDuty}</View> : null}
    {overview.duty.map(({ name, role, phone }) => (
      <PersonLine key={`${role}${phone}`} role={role} name={name} phone={phone} onCall={() => callPhone(phone)} />
    ))}
  </Card>
);

/** 首页: the compound at a glance, what waits for me, and the way to report. */
export default function HomePage() {
  const compoundId = useCompoundId();
  const { elder } = useLookChoice();
  const load = useLoad(getOverview, compoundId === undefined ? undefined : { params: { compoundId } });
  const notices = useLoad(
    listPublicNotices,
    compoundId === undefined ? undefined : { params: { compoundId }, query: { limit: 10 } },
  );
  const now = useServerNow();
  useShareCard();
  const pending = usePendingVotes();
  const waiting = useWaiting(pending);
  const reload = async () => {
    await Promise.all([load.reload(), notices.reload(), waiting.reload()]);
  };
  usePullToRefresh(reload);
  const overview = load.value;
  const name = overview?.compound.place.name;
  return (
    <Page title="首页" tab="home" top={<HomeTop compound={name} />}>
      <View className="stack home">
        {overview?.demo ? <View className="t14 quiet">{HOME.demo}</View> : null}
        <OutboxLines />
        {compoundId === undefined ? (
          <EmptyState
            words={HOME.firstTime}
            action={<Button onTap={() => open('district/pages/pick-compound/index')}>{HOME.pickCompound}</Button>}
          />
        ) : null}
        {elder ? <ElderHome overview={overview} pending={pending.items} /> : <ElderOffer />}
        {compoundId !== undefined && overview === undefined && load.status === 'loading' ? <Skeleton rows={4} /> : null}
        {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        {elder || overview === undefined ? null : <Hero overview={overview} />}
        <Waiting waiting={waiting} />
        {elder ? null : <Actions overview={overview} />}
        {overview === undefined ? null : <Duty overview={overview} />}
        {compoundId === undefined ? null : <Missing compoundId={compoundId} now={now} />}
        {compoundId === undefined ? null : <Notices rows={notices.value?.items ?? []} now={now} />}
        {overview === undefined || elder ? null : <Around overview={overview} />}
        <View className="t12 quiet home-foot">
          <Text>共议 · 社区、党组织、业委会、物业四方共议</Text>
        </View>
      </View>
    </Page>
  );
}
