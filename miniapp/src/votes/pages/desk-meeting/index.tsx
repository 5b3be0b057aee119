import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  attendCommittee,
  cancelCommittee,
  closeCommittee,
  openCommittee,
  publishCommittee,
} from '@gongyi/shared/votes/contract-committee';
import type { CommitteeView } from '@gongyi/shared/votes/contract-committee';
import { LoadState, Page, usePageParams, usePullToRefresh, useServerNow, useSignedIn } from '../../../platform';
import { Button, Card, Chip, Confirm, Due, StatusLine, WordsSheet } from '../../../ui';
import { ForceStrip } from '../../components/force-strip';
import { COMMITTEE } from '../../copy';
import { MEETING } from '../../desk-copy';
import { SignInFirst } from '../../desk/desk-page';
import { MeetingMatter } from '../../desk/meeting-matter';
import { LIVE, useMeeting } from '../../desk/use-meeting';
import type { MeetingDesk } from '../../desk/use-meeting';
import { fullDate } from '../../figures';

const Head = ({ view, now }: { view: CommitteeView; now: number }) => (
  <Card>
    <View className="stack">
      <View className="row wrap">
        <Chip tone={view.status === 'published' ? 'success' : 'brand'}>{COMMITTEE.status[view.status]}</Chip>
        {view.status === 'closed' && view.publishBy !== undefined ? <Due at={view.publishBy} now={now} /> : null}
      </View>
      <View className="t20">{view.title}</View>
      <View className="t16 figure">{`${COMMITTEE.meets} ${fullDate(view.meetsAt)}`}</View>
      {LIVE.includes(view.status) ? (
        <View className="t16 figure">{`${COMMITTEE.ends} ${fullDate(view.endsAt)}`}</View>
      ) : null}
      <View className="t16">{`${COMMITTEE.venue} ${view.venue}`}</View>
      <View className="t14 quiet figure">{`${COMMITTEE.called} ${fullDate(view.calledAt)}`}</View>
      {view.publishedAt === undefined ? null : (
        <View className="t14 quiet figure">{`${COMMITTEE.publishedAt} ${fullDate(view.publishedAt)}`}</View>
      )}
    </View>
  </Card>
);

const Members = ({ view }: { view: CommitteeView }) => {
  const attending = view.members.filter((one) => one.attending).length;
  return (
    <Card title={COMMITTEE.members(attending, view.members.length)}>
      <View className="t14 quiet">{view.quorate ? COMMITTEE.quorate : COMMITTEE.notQuorate}</View>
      {view.members.map(({ name, director, attending: here }) => (
        <View key={name} className="desk-facts desk-line t16">
          <View>{director ? `${name}（${COMMITTEE.director}）` : name}</View>
          <View>{here ? COMMITTEE.attending : view.status === 'called' ? MEETING.notYet : COMMITTEE.absent}</View>
        </View>
      ))}
      <View className="t14 quiet">{COMMITTEE.rule}</View>
    </Card>
  );
};

type Step = 'attend' | 'open' | 'close' | 'publish';

/** The next step: to sign in oneself, then what the meeting's caller does, in the order of a meeting. */
const stepOf = (view: CommitteeView): Step | undefined => {
  const me = view.members.find(({ mine }) => mine);
  if (view.moves.includes('attend') && me !== undefined && !me.attending) return 'attend';
  return (['open', 'close', 'publish'] as const).find((move) => view.moves.includes(move));
};

const Steps = ({ desk, view, step }: { desk: MeetingDesk; view: CommitteeView; step: Step }) => {
  const [asking, setAsking] = useState(false);
  const params = { committeeVoteId: view.id };
  const body = { rev: view.rev };
  const go = async () => {
    const done =
      step === 'attend'
        ? await desk.move(attendCommittee, { params }, MEETING.attended)
        : step === 'open'
          ? await desk.move(openCommittee, { params, body }, MEETING.opened)
          : step === 'close'
            ? await desk.move(closeCommittee, { params, body }, MEETING.closed)
            : await desk.move(publishCommittee, { params, body }, MEETING.published);
    if (done) setAsking(false);
  };
  const trouble = desk.act.words === undefined ? [] : [desk.act.words];
  return (
    <>
      <Button wide loading={desk.act.busy} onTap={() => setAsking(true)}>
        {MEETING.step[step].verb}
      </Button>
      <Confirm
        open={asking}
        title={MEETING.step[step].title}
        lines={[...MEETING.step[step].lines, ...trouble]}
        verb={MEETING.step[step].verb}
        busy={desk.act.busy}
        onConfirm={() => void go()}
        onClose={() => {
          desk.act.clear();
          setAsking(false);
        }}
      />
    </>
  );
};

const Meeting = ({ desk, view }: { desk: MeetingDesk; view: CommitteeView }) => {
  const now = useServerNow();
  const [cancelling, setCancelling] = useState(false);
  const step = stepOf(view);
  const cancel = async (reason: string) => {
    const input = { params: { committeeVoteId: view.id }, body: { rev: view.rev, reason } };
    if (await desk.move(cancelCommittee, input, MEETING.cancelled)) setCancelling(false);
  };
  return (
    <Page
      title={MEETING.title}
      wide
      action={step === undefined ? undefined : <Steps key={step} desk={desk} view={view} step={step} />}
    >
      <View className="stack">
        <ForceStrip rules={{ legalForce: view.legalForce }} />
        {desk.act.words === undefined || cancelling ? null : <StatusLine tone="warning">{desk.act.words}</StatusLine>}
        {view.formerMember && LIVE.includes(view.status) ? <StatusLine>{MEETING.former}</StatusLine> : null}
        <View className="desk-columns">
          <View className="desk-column">
            <Head view={view} now={now} />
            {view.matters.map((matter, at) => (
              <MeetingMatter key={matter.id} desk={desk} view={view} matter={matter} index={at + 1} />
            ))}
          </View>
          <View className="desk-column">
            <Members view={view} />
            {view.moves.includes('cancel') ? (
              <Button kind="danger" wide onTap={() => setCancelling(true)}>
                {MEETING.cancel}
              </Button>
            ) : null}
          </View>
        </View>
      </View>
      {cancelling ? (
        <WordsSheet
          title={MEETING.cancel}
          label={MEETING.cancelReason}
          missing={MEETING.cancelMissing}
          verb={MEETING.cancel}
          danger
          act={desk.act}
          onSend={(reason) => void cancel(reason)}
          onClose={() => {
            desk.act.clear();
            setCancelling(false);
          }}
        />
      ) : null}
    </Page>
  );
};

/** A meeting of the owners' committee: who is there, each member's own position, the count of all members. */
export default function DeskMeetingPage() {
  const { id } = usePageParams();
  const signedIn = useSignedIn();
  const desk = useMeeting(signedIn ? id : undefined);
  usePullToRefresh(desk.load.reload);
  const view = desk.load.value;
  if (!signedIn) return <SignInFirst title={MEETING.title} />;
  if (view !== undefined) return <Meeting desk={desk} view={view} />;
  return (
    <Page title={MEETING.title}>
      <LoadState load={id === undefined ? { ...desk.load, status: 'failed', words: MEETING.gone } : desk.load} />
    </Page>
  );
}
