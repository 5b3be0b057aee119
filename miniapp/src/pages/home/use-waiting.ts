import { listNeeds } from '@gongyi/shared/council/contract-lists';
import { listMine, listQueue } from '@gongyi/shared/requests/contract';
import { checkInOpens } from '@gongyi/shared/volunteers/attendance-rules';
import { listMySignUps } from '@gongyi/shared/volunteers/contract-sign-ups';
import type { MySignUp } from '@gongyi/shared/volunteers/contract-view';
import { needCard, needTime } from '../../council/needs';
import { useLoad, useMe, useServerNow, useSignedIn, useStanding } from '../../platform';
import { clockWords, countdown, spanWords } from '../../ui';
import { VOTES } from '../../votes/copy';
import type { PendingVotes } from '../../votes/use-pending';

/** Something that waits for this person, with the one verb that answers it. */
export interface Waiting {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly verb: string;
  readonly page: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** A place that is kept for an answer, and a shift one may check in to now. */
const volunteering = (row: MySignUp, now: number): Waiting[] => {
  const at = { page: 'volunteers/pages/shift/index', query: { id: row.shiftId } };
  const key = `shift ${row.shiftId}`;
  if (row.state === 'offered' && row.answerBy !== undefined)
    return [
      {
        key,
        title: `有名额了：${row.title}`,
        hint: `给您留到 ${clockWords(row.answerBy, now)}`,
        verb: '去答复',
        ...at,
      },
    ];
  if (row.state !== 'placed' || now < checkInOpens(row) || now >= row.endsAt) return [];
  return [{ key, title: row.title, hint: spanWords(row.startsAt, row.endsAt, now), verb: '去签到', ...at }];
};

const DESK = ['manager', 'dispatcher'] as const;
const COMMUNITY = ['community-worker', 'community-secretary', 'grid-worker'] as const;
const isOneOf = (list: readonly string[], value: string | undefined): boolean => list.some((each) => each === value);

/** Of the council's needs, so that the rest finds room too; all of them stand on its desk. */
const MOST_NEEDS = 2;
const MOST_PROMISED = 2;

/** At most three things to do now, for the quality the person acts in. */
export const useWaiting = (
  votes: PendingVotes,
): {
  readonly loading: boolean;
  readonly items: readonly Waiting[];
  readonly reload: () => Promise<void>;
} => {
  const signedIn = useSignedIn();
  const me = useMe();
  const standing = useStanding();
  const now = useServerNow();
  const grant = standing.kind === 'grant' ? me?.grants.find(({ id }) => id === standing.grantId) : undefined;
  const mine = useLoad(listMine, signedIn ? { query: { limit: 20 } } : undefined);
  const desk = isOneOf(DESK, grant?.role) && grant?.organisationId !== undefined ? grant.organisationId : undefined;
  const queue = useLoad(
    listQueue,
    desk === undefined ? undefined : { params: { organisationId: desk }, query: { limit: 1 } },
  );

  const needs = useLoad(listNeeds, signedIn ? {} : undefined);
  const signUps = useLoad(listMySignUps, signedIn ? { query: { limit: 5 } } : undefined);

  // What waits for an answer before what one can only go to.
  const promised = [...(signUps.value?.items ?? [])].sort(
    (a, b) => Number(b.state === 'offered') - Number(a.state === 'offered'),
  );
  const items: Waiting[] = promised.flatMap((row) => volunteering(row, now)).slice(0, MOST_PROMISED);
  for (const { row } of votes.items)
    items.push({
      key: `vote ${row.id}`,
      title: row.title,
      hint: row.closesAt === undefined ? VOTES.title : countdown(row.closesAt, now).words,
      verb: VOTES.cast,
      page: 'votes/pages/vote/index',
      query: { id: row.id },
    });
  for (const row of (needs.value?.items ?? []).slice(0, MOST_NEEDS)) {
    const { key, words, verb, page, query } = needCard(row);
    items.push({ key, title: `${words}：${row.title}`, hint: needTime(row, now), verb, page, query });
  }
  const counts = queue.value?.counts;
  if (desk !== undefined && counts !== undefined && counts.open > 0)
    items.push({
      key: 'desk',
      title: `工单 ${String(counts.open)} 件`,
      hint: `新单 ${String(counts.fresh)} · 快到期 ${String(counts.dueSoon)} · 超期 ${String(counts.overdue)}`,
      verb: '去处理',
      page: 'requests/pages/workbench/index',
      query: { organisation: desk },
    });
  if (grant?.role === 'technician' && grant.organisationId !== undefined)
    items.push({
      key: 'hands',
      title: '我的活儿',
      hint: '接单、到场、完工拍照',
      verb: '打开',
      page: 'requests/pages/technician/index',
      query: { organisation: grant.organisationId },
    });
  if (grant?.placeId !== undefined && isOneOf(COMMUNITY, grant.role))
    items.push({
      key: 'community',
      title: '督办与核验',
      hint: grant.scopeName,
      verb: '打开',
      page: 'requests/pages/supervise/index',
      query: { place: grant.placeId },
    });
  for (const row of mine.value?.items ?? []) {
    if (row.status !== 'resolved') continue;
    items.push({
      key: row.id,
      title: `${row.title}：修好了吗？`,
      hint: row.placeName,
      verb: '看一眼',
      page: 'requests/pages/detail/index',
      query: { id: row.id },
    });
  }
  for (const row of mine.value?.items ?? []) {
    if (row.visit === undefined || row.visit.until < now || row.status === 'resolved') continue;
    items.push({
      key: `visit ${row.id}`,
      title: `师傅上门：${row.title}`,
      hint: countdown(row.visit.from, now).words,
      verb: '看安排',
      page: 'requests/pages/detail/index',
      query: { id: row.id },
    });
  }
  return {
    loading: signedIn && mine.status === 'loading',
    items: items.slice(0, 3),
    reload: async () => {
      await Promise.all([mine.reload(), queue.reload(), needs.reload(), signUps.reload(), votes.reload()]);
    },
  };
};
