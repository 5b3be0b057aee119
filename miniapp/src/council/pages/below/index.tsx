import { View } from '@tarojs/components';
import { useState } from 'react';
import { listAway, listTopicsBelow } from '@gongyi/shared/council/contract';
import type { AwayRow, TopicRow } from '@gongyi/shared/council/contract';
import { listOrganisations } from '@gongyi/shared/district/contract';
import { ancestorOf } from '@gongyi/shared/district/place';
import {
  Page,
  open,
  useCompoundId,
  useLoad,
  useMe,
  usePageParams,
  usePagedList,
  useServerNow,
} from '../../../platform';
import {
  Bar,
  Button,
  Card,
  CardLink,
  Chip,
  EmptyState,
  ErrorState,
  ListView,
  SegmentedTabs,
  Skeleton,
  lengthWords,
} from '../../../ui';
import { BELOW, PARTY_WORDS } from '../../session-copy';
import { TOPIC_STATUS } from '../../topic-status';
import './index.scss';

type Shown = 'stuck' | 'handed-up' | 'away';

/** A topic by how long it has not moved. */
const Stuck = ({ row, now }: { row: TopicRow; now: number }) => (
  <CardLink onTap={() => open('council/pages/topic/index', { id: row.id })}>
    <View className="stuck">
      <View className="t16 stuck-title">{row.title}</View>
      <Chip tone={TOPIC_STATUS[row.status].tone}>{TOPIC_STATUS[row.status].words}</Chip>
      {row.tasks.overdue > 0 ? <Chip tone="danger">{`${String(row.tasks.overdue)} ${BELOW.overdueTasks}`}</Chip> : null}
    </View>
    <View className="t14 quiet figure">{`${row.compoundName} · ${BELOW.been} ${lengthWords(now - row.since)}`}</View>
  </CardLink>
);

const EMPTY = {
  open: <EmptyState words={BELOW.stuckEmpty} hint={BELOW.stuckHint} />,
  'handed-up': <EmptyState words={BELOW.handedUpEmpty} hint={BELOW.handedUpHint} />,
};

const Topics = ({ placeId, which }: { placeId: string; which: keyof typeof EMPTY }) => {
  const now = useServerNow();
  const list = usePagedList(listTopicsBelow, { params: { placeId }, query: { which } });
  return (
    <ListView
      state={list.state}
      keyOf={({ id }) => id}
      row={(row) => <Stuck row={row} now={now} />}
      empty={EMPTY[which]}
      onRefresh={list.refresh}
      onMore={list.more}
    />
  );
};

const awayLabel = ({ compoundName, party, bodyName }: AwayRow): string =>
  `${compoundName} · ${PARTY_WORDS[party]}（${bodyName}）`;

const Away = ({ placeId }: { placeId: string }) => {
  const load = useLoad(listAway, { params: { placeId } });
  const rows = (load.value?.items ?? []).filter(({ missed }) => missed > 0).sort((a, b) => b.missed - a.missed);
  return (
    <Card title={BELOW.awayTitle}>
      {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
      {load.value === undefined && load.status === 'loading' ? <Skeleton rows={3} /> : null}
      {load.value !== undefined && rows.length === 0 ? (
        <EmptyState words={BELOW.awayEmpty} hint={BELOW.awayHint} />
      ) : null}
      {rows.map((row) => (
        <View key={`${row.compoundId} ${row.party}`} className="away">
          <Bar
            label={awayLabel(row)}
            part={row.sessions === 0 ? 0 : row.missed / row.sessions}
            numbers={`${String(row.missed)} ${BELOW.times} / ${BELOW.of} ${String(row.sessions)} ${BELOW.sessions}`}
          />
        </View>
      ))}
    </Card>
  );
};

/**
 * Which place to look below: the one asked for, or that of one's own role; for a body its street where it is the
 * street's property office, else the compound it serves.
 */
const usePlace = (): { readonly placeId: string | undefined; readonly pick: boolean } => {
  const me = useMe();
  const { place, organisation } = usePageParams();
  const compoundId = useCompoundId();
  const own = place ?? me?.grants.find((grant) => grant.placeId !== undefined)?.placeId;
  const bodyId = organisation ?? me?.grants.find((grant) => grant.organisationId !== undefined)?.organisationId;
  const asks = own === undefined && bodyId !== undefined && compoundId !== undefined;
  const bodies = useLoad(listOrganisations, asks ? { params: { placeId: compoundId } } : undefined);
  if (own !== undefined) return { placeId: own, pick: false };
  const body = bodies.value?.items.find(({ id }) => id === bodyId);
  const street = body?.kind === 'street-property-office' && asks ? ancestorOf(compoundId, 'street') : undefined;
  return { placeId: street ?? (body === undefined ? undefined : compoundId), pick: bodyId !== undefined };
};

/** For community, street and its property office: which councils below are stuck, and which party keeps away. */
export default function BelowPage() {
  const { placeId, pick } = usePlace();
  const [shown, setShown] = useState<Shown>('stuck');
  if (placeId === undefined)
    return (
      <Page title={BELOW.title}>
        {pick ? (
          <EmptyState
            words={BELOW.pick}
            action={<Button onTap={() => open('district/pages/pick-compound/index')}>{BELOW.pickVerb}</Button>}
          />
        ) : (
          <EmptyState words={BELOW.nowhere} />
        )}
      </Page>
    );
  return (
    <Page title={BELOW.title} wide>
      <View className="below-tabs">
        <SegmentedTabs
          label={BELOW.what}
          tabs={[
            { value: 'stuck', words: BELOW.stuck },
            { value: 'handed-up', words: BELOW.handedUp },
            { value: 'away', words: BELOW.away },
          ]}
          value={shown}
          onChange={setShown}
        />
      </View>
      <View className="below">
        <View className={`below-part${shown === 'stuck' ? ' below-shown' : ''}`}>
          <View className="below-head t16">{BELOW.stuck}</View>
          <Topics placeId={placeId} which="open" />
        </View>
        <View className={`below-part${shown === 'handed-up' ? ' below-shown' : ''}`}>
          <View className="below-head t16">{BELOW.handedUp}</View>
          <Topics placeId={placeId} which="handed-up" />
        </View>
        <View className={`below-part${shown === 'away' ? ' below-shown' : ''}`}>
          <Away placeId={placeId} />
        </View>
      </View>
    </Page>
  );
}
