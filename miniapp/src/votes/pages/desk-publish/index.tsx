import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { getReadiness, publishVote } from '@gongyi/shared/votes/contract-preparing';
import type { Readiness, VoteView } from '@gongyi/shared/votes/contract-view';
import { DAY } from '@gongyi/shared/kernel/time';
import { LoadState, Page, openInstead, useDraft, useLoad, usePullToRefresh } from '../../../platform';
import { Button, Card, Confirm, MomentField, StatusLine } from '../../../ui';
import { CheckLines } from '../../desk/check-lines';
import { DESK, PUBLISH } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';
import type { VoteDesk } from '../../desk/use-desk-vote';
import { usualClose, usualOpening } from '../../desk/usual-times';
import { areaWords, fullDate } from '../../figures';

const Times = z.object({ opensAt: z.optional(z.number()), closesAt: z.optional(z.number()) });

interface ShownProps {
  readonly desk: VoteDesk;
  readonly view: VoteView;
}

/** Times as chosen, else the first that are lawful and usual. */
const useTimes = (view: VoteView, readiness: Readiness | undefined) => {
  const draft = useDraft(`publish.${view.id}`, Times, {});
  const { noticeDays, votingDays } = view.rules.rules;
  const earliest = readiness?.earliestOpening ?? view.since + noticeDays * DAY;
  const opensAt = draft.value.opensAt ?? usualOpening(earliest);
  const closesAt = draft.value.closesAt ?? usualClose(opensAt + votingDays * DAY);
  return { opensAt, closesAt, draft, earliest };
};

/** Everything that will hang on the board, word for word. */
const linesOf = (view: VoteView, opensAt: number, closesAt: number, { electorate }: Readiness): string[] => [
  view.title,
  ...view.matterList.map(({ title, thresholdWords }, at) => PUBLISH.matter(at + 1, title, thresholdWords)),
  PUBLISH.electorate(electorate.homes, electorate.heads, areaWords(electorate.area)),
  `${PUBLISH.opens} ${fullDate(opensAt)}`,
  `${PUBLISH.closes} ${fullDate(closesAt)}`,
  `${PUBLISH.scrutineers}${view.scrutineers.map(({ name }) => name).join('、')}`,
  view.rules.rules.legalForce === 'consultative' ? PUBLISH.consultative : PUBLISH.designated,
  PUBLISH.final,
];

const Ready = ({ desk, view }: ShownProps) => {
  const [asking, setAsking] = useState(false);
  const first = useLoad(getReadiness, { params: { voteId: view.id } });
  const { opensAt, closesAt, draft, earliest } = useTimes(view, first.value);
  const asked = useLoad(
    getReadiness,
    first.value === undefined ? undefined : { params: { voteId: view.id }, query: { opensAt, closesAt } },
  );
  usePullToRefresh(asked.reload);
  const readiness = asked.value;
  const publish = async () => {
    const body = { rev: view.rev, opensAt, closesAt };
    const moved = await desk.move(publishVote, { params: { voteId: view.id }, body }, PUBLISH.done);
    setAsking(false);
    if (moved === undefined) return;
    draft.clear();
    openInstead('votes/pages/desk-vote/index', { id: view.id });
  };
  return (
    <Page
      title={PUBLISH.title}
      action={
        <Button wide disabled={readiness?.ready !== true} loading={desk.act.busy} onTap={() => setAsking(true)}>
          {PUBLISH.verb}
        </Button>
      }
    >
      <View className="stack">
        <VoteTop view={view} />
        {desk.act.words === undefined ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
        <Card title={PUBLISH.times}>
          <View className="stack">
            <View className="t14 quiet figure">{PUBLISH.earliest(fullDate(earliest))}</View>
            <MomentField label={PUBLISH.opens} value={opensAt} onChange={(next) => draft.change({ opensAt: next })} />
            <MomentField
              label={PUBLISH.closes}
              value={closesAt}
              hint={readiness === undefined ? undefined : PUBLISH.earliestClose(fullDate(readiness.earliestClose))}
              onChange={(next) => draft.change({ closesAt: next })}
            />
          </View>
        </Card>
        {readiness === undefined ? (
          <LoadState load={asked.status === 'failed' ? asked : first} />
        ) : (
          <>
            <StatusLine tone={readiness.ready ? 'success' : 'warning'}>
              {readiness.ready ? PUBLISH.ready : PUBLISH.notReady}
            </StatusLine>
            <CheckLines view={view} readiness={readiness} onTimes={draft.change} opensAt={opensAt} />
          </>
        )}
      </View>
      {readiness === undefined ? null : (
        <Confirm
          open={asking}
          title={PUBLISH.confirm}
          lines={linesOf(view, opensAt, closesAt, readiness)}
          verb={PUBLISH.verb}
          busy={desk.act.busy}
          onConfirm={() => void publish()}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
};

/** 发布公告: what keeps a draft from being announced, check by check with the way to mend it; then, once, what goes out. */
export default function DeskPublishPage() {
  return (
    <DeskVotePage title={PUBLISH.title}>
      {(desk, view) =>
        view.moves.includes('publish') ? (
          <Ready desk={desk} view={view} />
        ) : (
          <Page title={PUBLISH.title}>
            <VoteTop view={view} />
            <StatusLine>{DESK.notNow}</StatusLine>
          </Page>
        )
      }
    </DeskVotePage>
  );
}
