import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { TopicView } from '@gongyi/shared/council/contract';
import { Page, dismissSent, open, openInstead, useOnline, useSignedIn } from '../../platform';
import { Button, Card, Choice, EmptyState, StatusLine } from '../../ui';
import { PROPOSE } from '../topic-copy';
import { useProposal } from '../use-proposal';
import type { Proposal } from '../use-proposal';
import { ProposeSimilar } from './propose-similar';
import { ProposePhotos, ProposeWhat } from './propose-what';

const Fate = ({ proposal }: { proposal: Proposal }) => {
  if (proposal.refused !== undefined) return <StatusLine tone="danger">{proposal.refused}</StatusLine>;
  if (proposal.sending === 'waiting') return <StatusLine tone="warning">{PROPOSE.waiting}</StatusLine>;
  if (proposal.sending === 'unknown') return <StatusLine tone="warning">{PROPOSE.unknown}</StatusLine>;
  return null;
};

/** Photos that wait for the network; the last word is the person's. */
const PhotosMissing = ({ proposal }: { proposal: Proposal }) => {
  const online = useOnline();
  const { missing, failed } = proposal.photos;
  if (!proposal.open.includes('photos-sending') || (online && !failed)) return null;
  return (
    <StatusLine
      tone="warning"
      action={
        <Button kind="quiet" onTap={proposal.sendWithoutMissing}>
          {PROPOSE.withoutThem}
        </Button>
      }
    >
      {PROPOSE.photosMissing(missing)}
    </StatusLine>
  );
};

const Restored = ({ proposal, onClear }: { proposal: Proposal; onClear: () => void }) =>
  proposal.restored && proposal.sending === 'no' ? (
    <StatusLine
      action={
        <Button kind="quiet" onTap={onClear}>
          {PROPOSE.restart}
        </Button>
      }
    >
      {PROPOSE.restored}
    </StatusLine>
  ) : null;

/** Party people choose in which quality they propose. */
const As = ({ proposal }: { proposal: Proposal }) => {
  const { party, resident } = proposal.standpoints;
  if (party === undefined || !resident || proposal.topic !== undefined) return null;
  return (
    <Card>
      <Choice
        label={PROPOSE.as}
        layout="rows"
        options={[
          { value: 'resident', words: PROPOSE.asResident, hint: PROPOSE.asResidentHint },
          { value: 'party', words: PROPOSE.asParty, hint: party },
        ]}
        value={proposal.asParty ? 'party' : 'resident'}
        onChange={(as) => proposal.change({ asParty: as === 'party' })}
      />
    </Card>
  );
};

/** Only who lives here, or one of the four, proposes here: said before somebody writes for nothing. */
const Stranger = () => (
  <Card>
    <View className="stack">
      <StatusLine tone="warning">{PROPOSE.stranger}</StatusLine>
      <Button kind="secondary" wide onTap={() => open('people/pages/homes/index')}>
        {PROPOSE.claim}
      </Button>
    </View>
  </Card>
);

const NoCompound = () => (
  <Card>
    <EmptyState
      words={PROPOSE.noCompound}
      action={<Button onTap={() => open('district/pages/pick-compound/index')}>{PROPOSE.pick}</Button>}
    />
  </Card>
);

interface ProposeFormProps {
  /** The topic that is written anew; absent for a new one. */
  readonly topic?: TopicView;
  /** Somebody was faster: what it says now. */
  readonly onRefused?: () => void;
}

/** One page, one matter: what it is, whether it is there already, and handing it in exactly once. */
export const ProposeForm = ({ topic, onRefused }: ProposeFormProps) => {
  const proposal = useProposal(topic);
  const signedIn = useSignedIn();
  const [showGaps, setShowGaps] = useState(false);
  const { sentAs, key, clear, refused } = proposal;
  const query = topic === undefined ? { proposed: '1' } : {};
  const toTopic = (id: string) => openInstead('council/pages/topic/index', { id, ...query });

  useEffect(() => {
    if (sentAs === undefined) return;
    dismissSent(key);
    clear();
    toTopic(sentAs);
  }, [sentAs, key, clear]);
  useEffect(() => {
    if (refused !== undefined) onRefused?.();
  }, [refused]);

  const [gap] = proposal.open;
  const submit = async () => {
    setShowGaps(gap !== undefined);
    if (gap !== undefined) return;
    const id = await proposal.send();
    if (id !== undefined) toTopic(id);
  };
  const busy = proposal.sending === 'sending';
  const verb = topic === undefined ? PROPOSE.submit : PROPOSE.resubmit;
  return (
    <Page
      title={topic === undefined ? PROPOSE.title : PROPOSE.amendTitle}
      action={
        proposal.compoundId === undefined ? undefined : (
          <Button wide loading={busy} disabled={proposal.sending !== 'no'} onTap={() => void submit()}>
            {busy ? PROPOSE.sending : verb}
          </Button>
        )
      }
    >
      {proposal.compoundId === undefined ? (
        <NoCompound />
      ) : (
        <View className="stack">
          <Restored proposal={proposal} onClear={proposal.restart} />
          {proposal.standpoints.stranger ? <Stranger /> : null}
          <Fate proposal={proposal} />
          {showGaps && gap !== undefined ? <StatusLine tone="warning">{PROPOSE.gaps[gap]}</StatusLine> : null}
          <PhotosMissing proposal={proposal} />
          <ProposeWhat proposal={proposal} showGaps={showGaps} />
          <ProposeSimilar proposal={proposal} />
          <ProposePhotos proposal={proposal} />
          <As proposal={proposal} />
          {signedIn ? null : <View className="t14 quiet">{PROPOSE.signIn}</View>}
        </View>
      )}
    </Page>
  );
};
