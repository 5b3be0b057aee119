import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import type { MatterView, VoteView } from '@gongyi/shared/votes/contract-view';
import { LoadState, Page, ReadAloud, openInstead, usePageParams, useServerNow, useSignedIn } from '../../../platform';
import { Button, Card, EmptyState, StatusLine } from '../../../ui';
import { CastAction, CastFate } from '../../components/cast-part';
import { CastSheet } from '../../components/cast-sheet';
import { ForceStrip } from '../../components/force-strip';
import { LineHomes } from '../../components/line-homes';
import { MatterCard } from '../../components/matter-card';
import { VoteHead } from '../../components/vote-head';
import { BALLOT, VOTE } from '../../copy';
import { readWords } from '../../read-words';
import { useBallot } from '../../use-ballot';
import { useVote } from '../../use-vote';
import type { VoteDesk } from '../../use-vote';

/** What the reader's own homes would pay is no matter of somebody else's ballot. */
const withoutShare = ({ myShare: _mine, ...matter }: MatterView): MatterView => matter;

interface CastingProps {
  readonly desk: VoteDesk;
  readonly view: VoteView;
  readonly line: MyLine;
  readonly refused: string | undefined;
  readonly onRefused: (words: string) => void;
}

const Casting = ({ desk, view, line, refused, onRefused }: CastingProps) => {
  const now = useServerNow();
  const ballot = useBallot({
    view,
    line,
    onRecorded: () => openInstead('votes/pages/receipt/index', { vote: view.id, line: String(line.line), just: '1' }),
    onRefused: (words) => {
      onRefused(words);
      void desk.reload();
    },
  });
  return (
    <Page title={BALLOT.page} action={<CastAction ballot={ballot} />}>
      <View className="stack">
        <ForceStrip rules={view.rules.rules} />
        <CastFate ballot={ballot} refused={refused} />
        <VoteHead view={view} now={now} />
        <ReadAloud words={readWords(view)} />
        <Card title={BALLOT.counted}>
          <LineHomes line={line} />
        </Card>
        {view.matterList.map((matter, index) => (
          <MatterCard
            key={matter.id}
            matter={line.asProxy ? withoutShare(matter) : matter}
            index={index + 1}
            all={view.matterList.length}
            ballot={ballot}
          />
        ))}
        <View className="t14 quiet">{BALLOT.kept}</View>
      </View>
      <CastSheet view={view} ballot={ballot} />
    </Page>
  );
};

/** One of several ballots: another head's that the reader votes for, or their own beside it. */
export default function BallotPage() {
  const { vote, line: number } = usePageParams();
  const desk = useVote(vote);
  // Kept beside the ballot, which goes once another device has cast it.
  const [refused, setRefused] = useState<string>();
  const view = desk.load.value;
  const line = desk.lines.find((each) => String(each.line) === number);
  const signedIn = useSignedIn();
  if (vote === undefined || !signedIn)
    return (
      <Page title={BALLOT.page}>
        <EmptyState words={vote === undefined ? VOTE.gone : VOTE.signIn} />
      </Page>
    );
  const waits = view?.status === 'open' && desk.mine.value === undefined;
  if (view === undefined || waits)
    return (
      <Page title={BALLOT.page}>
        <LoadState load={waits ? desk.mine : desk.load} />
      </Page>
    );
  if (line !== undefined && view.status === 'open' && (line.state === 'may-cast' || line.state === 'may-change'))
    return (
      <Casting
        key={String(line.ballot?.version ?? 0)}
        desk={desk}
        view={view}
        line={line}
        refused={refused}
        onRefused={setRefused}
      />
    );
  return (
    <Page title={BALLOT.page}>
      <View className="stack">
        <ForceStrip rules={view.rules.rules} />
        <CastFate refused={refused} />
        <StatusLine>{line?.ballot === undefined ? BALLOT.notHere : BALLOT.recorded}</StatusLine>
        <Button kind="secondary" wide onTap={() => openInstead('votes/pages/vote/index', { id: view.id })}>
          {VOTE.title}
        </Button>
      </View>
    </Page>
  );
}
