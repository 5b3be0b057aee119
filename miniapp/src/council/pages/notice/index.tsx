import { View } from '@tarojs/components';
import type { PublicNotice } from '@gongyi/shared/council/contract';
import { Page, open, usePageParams, usePullToRefresh, useServerNow, useShareCard } from '../../../platform';
import {
  Button,
  Card,
  CardLink,
  Chip,
  EmptyState,
  ErrorState,
  Skeleton,
  StatusLine,
  clockWords,
  daysLeftWords,
} from '../../../ui';
import { Fingerprint } from '../../components/minutes-card';
import { NoticeObjections } from '../../components/notice-objections';
import { NoticeResolutions } from '../../components/notice-resolutions';
import { ObjectSheet } from '../../components/object-sheet';
import { NOTICE, PARTY_WORDS, SESSION } from '../../session-copy';
import { useNotice } from '../../use-notice';

/** Past its end a notice waits for the answer to every objection. */
const leftWords = ({ endsAt, endedAt, objections }: PublicNotice, now: number): string => {
  if (endedAt === undefined && now < endsAt) return daysLeftWords(endsAt, now);
  const waits = endedAt === undefined && objections.some(({ answer }) => answer === undefined);
  return waits ? NOTICE.waits : NOTICE.over;
};

const Head = ({ notice }: { notice: PublicNotice }) => {
  const now = useServerNow();
  const over = notice.endedAt !== undefined;
  return (
    <Card>
      <View className="stack">
        <View className="row wrap">
          <View className="t14 quiet grow figure">{notice.number}</View>
          <Chip tone={over ? 'plain' : 'brand'}>{leftWords(notice, now)}</Chip>
        </View>
        <View className="t20">{`${notice.compoundName}${NOTICE.of}`}</View>
        <View className="t14 quiet figure">{`${NOTICE.held} ${clockWords(notice.heldAt, now)}`}</View>
        <View className="t14 quiet figure">
          {`${NOTICE.published} ${clockWords(notice.publishedAt, now)} – ${clockWords(notice.endsAt, now)}`}
        </View>
      </View>
    </Card>
  );
};

/** 公示: what a session resolved, open to everybody; objections, each with its answer; the page to print. */
export default function NoticePage() {
  const { id, sessionId = id } = usePageParams();
  const desk = useNotice(sessionId);
  const notice = desk.load.value;
  useShareCard(
    notice === undefined || sessionId === undefined
      ? undefined
      : { title: `${notice.compoundName} ${NOTICE.share}`, path: `council/pages/notice/index?id=${sessionId}` },
  );
  usePullToRefresh(desk.load.reload);
  if (notice === undefined || sessionId === undefined) {
    const gone = desk.load.outcome?.ok === false && desk.load.outcome.refusal?.refused === 'not-found';
    return (
      <Page title={NOTICE.title}>
        {gone ? <EmptyState words={NOTICE.gone} /> : null}
        {desk.load.status === 'failed' && !gone ? (
          <ErrorState words={desk.load.words ?? ''} onRetry={() => void desk.load.reload()} />
        ) : null}
        {desk.load.status === 'loading' ? <Skeleton rows={5} /> : null}
      </Page>
    );
  }
  return (
    <Page
      title={NOTICE.title}
      {...(notice.mayObject
        ? {
            action: (
              <Button wide kind="secondary" onTap={() => void desk.begin('own')}>
                {NOTICE.object}
              </Button>
            ),
          }
        : {})}
    >
      <View className="stack">
        <Head notice={notice} />
        <NoticeResolutions notice={notice} />
        <NoticeObjections notice={notice} />
        {notice.mayObjectFor ? (
          <Button kind="secondary" wide onTap={() => void desk.begin('on-paper')}>
            {NOTICE.objectFor}
          </Button>
        ) : null}
        <Card title={NOTICE.minutes}>
          <View className="stack">
            <View className="t16 minutes-words">{notice.minutes}</View>
            {notice.lockedWithout === undefined ? null : (
              <StatusLine tone="warning">{`${SESSION.overdue}：${PARTY_WORDS[notice.lockedWithout]}`}</StatusLine>
            )}
            <Fingerprint value={notice.fingerprint} />
          </View>
        </Card>
        {desk.paper.words === undefined ? null : <StatusLine tone="warning">{desk.paper.words}</StatusLine>}
        <Button kind="secondary" wide loading={desk.paper.busy} onTap={() => void desk.print()}>
          {NOTICE.print}
        </Button>
        <CardLink onTap={() => open('council/pages/record/index', { sessionId })}>
          <View className="t16">{NOTICE.record}</View>
          <View className="t14 quiet">{SESSION.recordHint}</View>
        </CardLink>
      </View>
      {desk.objecting === undefined ? null : (
        <ObjectSheet
          sessionId={sessionId}
          onPaper={desk.objecting === 'on-paper'}
          act={desk.act}
          onObject={desk.object}
          onClose={desk.close}
        />
      )}
    </Page>
  );
}
