import { View } from '@tarojs/components';
import { OPENED_WORDS } from '@gongyi/shared/votes/ballot';
import { STAGE_STATUSES } from '@gongyi/shared/votes/contract-view';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { ReadAloud, TellMe, open, requireSignIn, useMe, useServerNow, useSignedIn } from '../../platform';
import { Button, Card, CardLink, EmptyState, StatusLine, clockWords } from '../../ui';
import { BALLOT, VOTE } from '../copy';
import { homesIn } from '../nomination';
import { readWords } from '../read-words';
import type { Ballot } from '../use-ballot';
import type { VoteDesk } from '../use-vote';
import { CastFate } from './cast-part';
import { CountedCard } from './counted-card';
import { ForceStrip } from './force-strip';
import { HelperWays } from './helper-ways';
import { MatterCard } from './matter-card';
import { PetitionCard } from './petition-card';
import { TurnoutCard } from './turnout-card';
import { VoteHead } from './vote-head';
import { VoteTimeline } from './vote-timeline';
import { WaysCard } from './ways-card';

interface VoteBodyProps {
  readonly desk: VoteDesk;
  readonly view: VoteView;
  /** Given where the reader answers on this page. */
  readonly ballot?: Ballot | undefined;
  /** Why the last casting on this page was refused. */
  readonly refused?: string | undefined;
}

/** What is counted for the reader; or how to be known as an owner. */
const Mine = ({ desk, view, ballot }: VoteBodyProps) => {
  const signedIn = useSignedIn();
  const now = useServerNow();
  if (!signedIn)
    return view.status === 'open' ? (
      <Card>
        <EmptyState
          words={VOTE.signIn}
          action={
            <Button kind="secondary" onTap={() => void requireSignIn()}>
              {VOTE.signInVerb}
            </Button>
          }
        />
      </Card>
    ) : null;
  if (desk.lines.length > 0)
    return (
      <CountedCard
        voteId={view.id}
        lines={desk.lines}
        hereLine={ballot?.line.line}
        now={now}
        onCast={({ line }) => open('votes/pages/ballot/index', { vote: view.id, line: String(line) })}
        onReceipt={({ line }) => open('votes/pages/receipt/index', { vote: view.id, line: String(line) })}
        onLine={desk.replaceLine}
      />
    );
  if (view.status !== 'open' || desk.mine.status === 'loading') return null;
  if (desk.mine.status === 'failed') return <StatusLine tone="warning">{desk.mine.words}</StatusLine>;
  return (
    <Card>
      <EmptyState
        words={VOTE.noLine}
        action={
          <Button kind="secondary" onTap={() => open('people/pages/claim/index')}>
            {VOTE.claim}
          </Button>
        }
      />
    </Card>
  );
};

const Stage = ({ view, now }: { view: VoteView; now: number }) => {
  if (view.status === 'withdrawn')
    return (
      <StatusLine tone="warning">
        <View>{VOTE.withdrawn}</View>
        {view.withdrawnReason === undefined ? null : <View className="t14">{view.withdrawnReason}</View>}
      </StatusLine>
    );
  if (view.status === 'on-notice' && view.opensAt !== undefined)
    return <StatusLine tone="brand">{VOTE.notOpen(clockWords(view.opensAt, now))}</StatusLine>;
  return null;
};

/** Everything a vote shows, from what it is to what happened, for whoever may see it. */
export const VoteBody = ({ desk, view, ballot, refused }: VoteBodyProps) => {
  const now = useServerNow();
  const me = useMe();
  const { topicId } = view;
  return (
    <View className="stack">
      <ForceStrip rules={view.rules.rules} />
      <CastFate ballot={ballot} refused={refused} />
      {desk.act.words === undefined ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
      <VoteHead view={view} now={now} />
      <Stage view={view} now={now} />
      <ReadAloud words={readWords(view)} />
      <PetitionCard view={view} now={now} />
      <Mine desk={desk} view={view} ballot={ballot} />
      {STAGE_STATUSES.running.some((status) => status === view.status) && homesIn(me, view.compoundId).length > 0 ? (
        <TellMe templates={['vote-progress']} hint={VOTE.tellHint} />
      ) : null}
      {desk.state === undefined ? null : <TurnoutCard state={desk.state} now={now} />}
      {view.matterList.map((matter, index) => (
        <MatterCard key={matter.id} matter={matter} index={index + 1} all={view.matterList.length} ballot={ballot} />
      ))}
      {ballot === undefined ? null : <View className="t14 quiet">{BALLOT.kept}</View>}
      <HelperWays view={view} />
      <WaysCard view={view} />
      {topicId === undefined ? null : (
        <CardLink onTap={() => open('council/pages/topic/index', { id: topicId })}>
          <View className="t16">{VOTE.topic}</View>
          <View className="t14 quiet">{VOTE.topicHint}</View>
        </CardLink>
      )}
      {view.noticeAt === undefined ? null : (
        <>
          <View className="t14 quiet">{OPENED_WORDS}</View>
          <Button kind="secondary" wide loading={desk.paper.busy} onTap={() => void desk.print()}>
            {VOTE.sheet}
          </Button>
        </>
      )}
      {desk.paper.words === undefined ? null : <StatusLine tone="warning">{desk.paper.words}</StatusLine>}
      <VoteTimeline view={view} now={now} />
      <CardLink onTap={() => open('votes/pages/record/index', { id: view.id })}>
        <View className="t16">{VOTE.toRecord}</View>
        <View className="t14 quiet">{VOTE.recordHint}</View>
      </CardLink>
    </View>
  );
};
