import { View } from '@tarojs/components';
import { useState } from 'react';
import { stateInCommittee } from '@gongyi/shared/votes/contract-committee';
import type { CommitteeView } from '@gongyi/shared/votes/contract-committee';
import type { Choice } from '@gongyi/shared/votes/ballot';
import { Button, Card, Chip, Confirm, StatusLine } from '../../ui';
import { BallotChoices } from '../components/ballot-choices';
import { CHOICE, COMMITTEE } from '../copy';
import { MEETING } from '../desk-copy';
import type { MeetingDesk } from './use-meeting';

type Matter = CommitteeView['matters'][number];

interface MeetingMatterProps {
  readonly desk: MeetingDesk;
  readonly view: CommitteeView;
  readonly matter: Matter;
  /** Counted from 1. */
  readonly index: number;
}

/** A member's own position: chosen, read back once, then fixed. */
const Mine = ({ desk, view, matter }: Omit<MeetingMatterProps, 'index'>) => {
  const [choice, setChoice] = useState<Choice>();
  const [asking, setAsking] = useState(false);
  if (matter.myChoice !== undefined)
    return <StatusLine tone="success">{MEETING.mine(CHOICE[matter.myChoice])}</StatusLine>;
  const me = view.members.find(({ mine }) => mine);
  if (me === undefined || !view.moves.includes('state')) return null;
  if (!me.attending) return <StatusLine>{MEETING.attendFirst}</StatusLine>;
  const send = async () => {
    if (choice === undefined) return;
    const input = { params: { committeeVoteId: view.id }, body: { matterId: matter.id, choice } };
    await desk.move(stateInCommittee, input, MEETING.stated);
    setAsking(false);
  };
  return (
    <>
      <BallotChoices label={matter.title} value={choice} disabled={desk.act.busy} onChoose={setChoice} />
      <Button kind="secondary" wide disabled={choice === undefined} onTap={() => setAsking(true)}>
        {MEETING.state}
      </Button>
      <Confirm
        open={asking}
        title={MEETING.stateTitle}
        lines={[matter.title, choice === undefined ? '' : CHOICE[choice], MEETING.stateFinal]}
        verb={MEETING.state}
        busy={desk.act.busy}
        onConfirm={() => void send()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};

/** The count of all members, and who said what: from the close on. */
const Counted = ({ matter }: { matter: Matter }) => {
  const { tally, rollCall } = matter;
  if (tally === undefined) return null;
  return (
    <View className="stack">
      <View className="row wrap">
        <Chip tone={tally.outcome === 'passed' ? 'success' : 'plain'}>{COMMITTEE.outcome[tally.outcome]}</Chip>
        <View className="t16 figure">{COMMITTEE.tally(tally.for, tally.members)}</View>
      </View>
      <View className="t14 quiet figure">
        {`${CHOICE.against} ${String(tally.against)} · ${CHOICE.abstain} ${String(tally.abstain)} · ${COMMITTEE.attending} ${String(tally.attending)}`}
      </View>
      <View className="t14 quiet">{COMMITTEE.rollCall}</View>
      {rollCall?.map(({ name, choice }) => (
        <View key={name} className="desk-facts t16">
          <View>{name}</View>
          <View>{choice === undefined ? COMMITTEE.unvoted : CHOICE[choice]}</View>
        </View>
      ))}
    </View>
  );
};

/** One matter of the agenda, what a member says of it, and its count. */
export const MeetingMatter = ({ desk, view, matter, index }: MeetingMatterProps) => (
  <Card title={MEETING.matter(index)}>
    <View className="stack">
      <View className="t20">{matter.title}</View>
      <View className="t16 desk-words">{matter.words}</View>
      {view.status === 'open' ? (
        <View className="t14 quiet figure">{MEETING.statedCount(matter.stated, view.members.length)}</View>
      ) : null}
      <Mine desk={desk} view={view} matter={matter} />
      <Counted matter={matter} />
    </View>
  </Card>
);
