import { View } from '@tarojs/components';
import { useState } from 'react';
import { getBallotsState } from '@gongyi/shared/votes/contract-ballots';
import { withdrawVote } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { decidesCompany } from '@gongyi/shared/votes/hand-over-rules';
import { Page, open, useLoad, usePoll, useServerNow } from '../../../platform';
import { Button, StatusLine, WordsSheet } from '../../../ui';
import { MatterCard } from '../../components/matter-card';
import { PetitionCard } from '../../components/petition-card';
import { TurnoutCard } from '../../components/turnout-card';
import { VoteTimeline } from '../../components/vote-timeline';
import { DESK, DRAFT, EXTEND, HANDOVER, NOMINATIONS, PRIMARY, WITHDRAW } from '../../desk-copy';
import { DeskVotePage, VoteTop } from '../../desk/desk-page';
import { ExtendSheet } from '../../desk/extend-sheet';
import { NominationsSheet } from '../../desk/nominations-sheet';
import { PapersCard } from '../../desk/papers-card';
import { ScrutineersCard } from '../../desk/scrutineers-card';
import { StatusCard } from '../../desk/status-card';
import { VoteWays, mayPrepare } from '../../desk/vote-ways';
import type { VoteDesk } from '../../desk/use-desk-vote';

interface Shown {
  readonly desk: VoteDesk;
  readonly view: VoteView;
}

const RUNNING: readonly VoteView['status'][] = ['opening', 'open', 'sealing', 'counting', 'tallying', 'published'];
/** Long work goes on by itself, and survives leaving the page: look again soon. */
const MOVING: readonly VoteView['status'][] = ['opening', 'sealing', 'tallying'];
const SOON_MS = 4000;
const RUNNING_MS = 60_000;

const Progress = ({ desk, view }: Shown) => {
  const now = useServerNow();
  const running = RUNNING.includes(view.status);
  const state = useLoad(getBallotsState, running ? { params: { voteId: view.id } } : undefined);
  const again = async () => {
    await Promise.all([state.reload(), desk.load.reload()]);
  };
  usePoll(
    again,
    MOVING.includes(view.status) ? SOON_MS : running && view.status !== 'published' ? RUNNING_MS : undefined,
  );
  return state.value === undefined ? null : <TurnoutCard state={state.value} now={now} />;
};

/** The one thing to do next, at the bottom. */
const primaryOf = (view: VoteView) => {
  const go = (page: string) => open(`votes/pages/desk-${page}/index`, { id: view.id });
  if (view.moves.includes('publish'))
    return (
      <Button wide onTap={() => go('publish')}>
        {PRIMARY.publish}
      </Button>
    );
  if (view.status === 'open' && mayPrepare(view))
    return (
      <Button wide onTap={() => go('registers')}>
        {PRIMARY.registers}
      </Button>
    );
  if (view.status === 'counting' && (mayPrepare(view) || view.scrutineers.some(({ mine }) => mine)))
    return (
      <Button wide onTap={() => go('box')}>
        {PRIMARY.box}
      </Button>
    );
  if (view.status === 'nominating' && view.moves.includes('check-nomination'))
    return (
      <Button wide onTap={() => go('nominations')}>
        {PRIMARY.nominations}
      </Button>
    );
  return undefined;
};

type Asking = 'extend' | 'nominations' | 'withdraw' | undefined;

/** Moves that are not the next step: changing, calling for nominations, extending, withdrawing. */
const Moves = ({ desk, view }: Shown) => {
  const [asking, setAsking] = useState<Asking>();
  const may = (move: VoteView['moves'][number]): boolean => view.moves.includes(move);
  const close = () => {
    desk.act.clear();
    setAsking(undefined);
  };
  const withdraw = async (reason: string) => {
    const body = { rev: view.rev, reason };
    if ((await desk.move(withdrawVote, { params: { voteId: view.id }, body }, WITHDRAW.done)) !== undefined) close();
  };
  return (
    <View className="stack">
      {may('amend') ? (
        <Button kind="secondary" wide onTap={() => open('votes/pages/desk-draft/index', { id: view.id })}>
          {DRAFT.amend}
        </Button>
      ) : null}
      {may('call-nominations') && view.matterList.some(({ election }) => election !== undefined) ? (
        <Button kind="secondary" wide onTap={() => setAsking('nominations')}>
          {NOMINATIONS.call}
        </Button>
      ) : null}
      {may('extend') ? (
        <Button kind="secondary" wide onTap={() => setAsking('extend')}>
          {EXTEND.title}
        </Button>
      ) : null}
      {may('withdraw') ? (
        <Button kind="danger" wide onTap={() => setAsking('withdraw')}>
          {WITHDRAW.verb}
        </Button>
      ) : null}
      {asking === 'extend' ? <ExtendSheet desk={desk} view={view} onClose={close} /> : null}
      {asking === 'nominations' ? <NominationsSheet desk={desk} view={view} onClose={close} /> : null}
      {asking === 'withdraw' ? (
        <WordsSheet
          title={WITHDRAW.title}
          label={WITHDRAW.reason}
          missing={WITHDRAW.missing}
          verb={WITHDRAW.verb}
          danger
          act={desk.act}
          onSend={(reason) => void withdraw(reason)}
          onClose={close}
        >
          <View className="t16">{view.noticeAt === undefined ? WITHDRAW.whatDraft : WITHDRAW.what}</View>
        </WordsSheet>
      ) : null}
    </View>
  );
};

const Body = ({ desk, view }: Shown) => {
  const now = useServerNow();
  return (
    <View className="desk-columns desk-columns-ordered">
      <View className="desk-column">
        <View className="desk-first">
          {desk.act.words === undefined ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
          <StatusCard view={view} now={now} />
          <PetitionCard view={view} now={now} />
          <Progress desk={desk} view={view} />
          <ScrutineersCard desk={desk} view={view} />
        </View>
        <View className="desk-last">
          {view.matterList.map((matter, at) => (
            <MatterCard key={matter.id} matter={matter} index={at + 1} all={view.matterList.length} />
          ))}
          <VoteTimeline view={view} now={now} />
        </View>
      </View>
      <View className="desk-aside">
        <VoteWays view={view} />
        {decidesCompany({ ...view, matters: view.matterList }) && mayPrepare(view) ? (
          <StatusLine
            tone="brand"
            action={
              <Button
                kind="secondary"
                onTap={() => open('votes/pages/desk-hand-over/index', { compound: view.compoundId, vote: view.id })}
              >
                {HANDOVER.title}
              </Button>
            }
          >
            {HANDOVER.after}
          </StatusLine>
        ) : null}
        <PapersCard desk={desk} view={view} />
        <Moves desk={desk} view={view} />
      </View>
    </View>
  );
};

/** 办理表决: one vote as those who run it see it, from its draft to what is filed of it. */
export default function DeskVotePageOfVote() {
  return (
    <DeskVotePage title={DESK.voteTitle}>
      {(desk, view) => (
        <Page title={DESK.voteTitle} wide action={primaryOf(view)}>
          <View className="stack">
            <VoteTop view={view} />
            <Body desk={desk} view={view} />
          </View>
        </Page>
      )}
    </DeskVotePage>
  );
}
