import { useState } from 'react';
import type { MyLine } from '@gongyi/shared/votes/contract-ballots';
import { signPetition } from '@gongyi/shared/votes/contract-preparing';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { LoadState, Page, open, requireSignIn, usePageParams, usePullToRefresh, useShareCard } from '../../../platform';
import { Button, EmptyState, say } from '../../../ui';
import { CastAction } from '../../components/cast-part';
import { CastSheet } from '../../components/cast-sheet';
import { VoteBody } from '../../components/vote-body';
import { VOTE } from '../../copy';
import { useBallot } from '../../use-ballot';
import { useVote } from '../../use-vote';
import type { VoteDesk } from '../../use-vote';

interface Shown {
  readonly desk: VoteDesk;
  readonly view: VoteView;
}

/** What else a vote asks of its reader: a signature, a nomination, a look at the result. */
const Next = ({ desk, view }: Shown) => {
  const sign = async () => {
    if (!(await requireSignIn())) return;
    const signed = await desk.act.run(signPetition, { params: { voteId: view.id } });
    if (signed === undefined) return;
    desk.load.replace(signed);
    say(VOTE.signDone);
  };
  if (view.moves.includes('sign') && !view.signedByMe)
    return (
      <Button wide loading={desk.act.busy} onTap={() => void sign()}>
        {VOTE.sign}
      </Button>
    );
  if (view.status === 'nominating')
    return (
      <Button wide onTap={() => open('votes/pages/nominate/index', { vote: view.id })}>
        {VOTE.nominate}
      </Button>
    );
  if (view.status === 'published')
    return (
      <Button wide onTap={() => open('votes/pages/result/index', { id: view.id })}>
        {VOTE.toResult}
      </Button>
    );
  return null;
};

const hasNext = ({ moves, signedByMe, status }: VoteView): boolean =>
  (moves.includes('sign') && !signedByMe) || status === 'nominating' || status === 'published';

interface CastingProps extends Shown {
  readonly line: MyLine;
  readonly refused: string | undefined;
  readonly onRefused: (words: string | undefined) => void;
}

const Casting = ({ desk, view, line, refused, onRefused }: CastingProps) => {
  const ballot = useBallot({
    view,
    line,
    onRecorded: () => {
      onRefused(undefined);
      void desk.mine.reload();
      open('votes/pages/receipt/index', { vote: view.id, line: String(line.line), just: '1' });
    },
    onRefused: (words) => {
      onRefused(words);
      void desk.reload();
    },
  });
  return (
    <Page title={VOTE.title} action={<CastAction ballot={ballot} />}>
      <VoteBody desk={desk} view={view} ballot={ballot} refused={refused} />
      <CastSheet view={view} ballot={ballot} />
    </Page>
  );
};

/** With one ballot it is answered here; several, or one for somebody else, have a page each. */
const lineHere = ({ lines }: VoteDesk): MyLine | undefined => {
  const open = lines.filter(({ state }) => state === 'may-cast' || state === 'may-change');
  const [only] = open;
  return lines.length === 1 && only !== undefined && !only.asProxy ? only : undefined;
};

/** One vote of the owners: what is asked, what is counted for the reader, and the ballot itself. */
export default function VotePage() {
  const { id, voteId = id } = usePageParams();
  const desk = useVote(voteId);
  // Kept beside the ballot, which goes once another device has cast it.
  const [refused, setRefused] = useState<string>();
  const view = desk.load.value;
  useShareCard(view && { title: VOTE.share(view.title), path: `votes/pages/vote/index?id=${view.id}` });
  usePullToRefresh(desk.reload);
  if (view === undefined) {
    const { outcome } = desk.load;
    const gone = voteId === undefined || (outcome?.ok === false && outcome.refusal?.refused === 'not-found');
    return (
      <Page title={VOTE.title}>
        {gone ? <EmptyState words={VOTE.gone} /> : <LoadState load={desk.load} rows={5} />}
      </Page>
    );
  }
  const line = view.status === 'open' ? lineHere(desk) : undefined;
  if (line !== undefined)
    return (
      <Casting
        key={`${String(line.line)} ${String(line.ballot?.version ?? 0)}`}
        desk={desk}
        view={view}
        line={line}
        refused={refused}
        onRefused={setRefused}
      />
    );
  return (
    <Page title={VOTE.title} action={hasNext(view) ? <Next desk={desk} view={view} /> : undefined}>
      <VoteBody desk={desk} view={view} refused={refused} />
    </Page>
  );
}
