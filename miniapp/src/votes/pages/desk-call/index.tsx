import { View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { callCommittee } from '@gongyi/shared/votes/contract-committee';
import { getVotingRules } from '@gongyi/shared/votes/contract-preparing';
import { committeeProblem, earliestMeeting } from '@gongyi/shared/votes/committee-vote';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import { ancestorOf } from '@gongyi/shared/district/place';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { DAY, HOUR, startOfDay } from '@gongyi/shared/kernel/time';
import {
  Page,
  newKey,
  open,
  openInstead,
  refusalWords,
  serverNow,
  useChecked,
  useDraft,
  useLoad,
  useSubmission,
} from '../../../platform';
import { Button, Card, MomentField, StatusLine, TextArea, TextField, say } from '../../../ui';
import { DESK, DRAFT, MEETING } from '../../desk-copy';
import { CompoundPage } from '../../desk/compound-page';
import { fullDate } from '../../figures';

const MOST = 10;
const Matter = z.object({ key: z.string(), title: z.string(), words: z.string() });
const Draft = z.object({
  key: z.string(),
  title: z.string(),
  venue: z.string(),
  meetsAt: z.optional(z.number()),
  matters: z.array(Matter),
});
type Draft = z.output<typeof Draft>;

const useCallForm = (compoundId: string) => {
  const [fresh] = useState<Draft>(() => ({
    key: newKey(),
    title: '',
    venue: '',
    matters: [{ key: '1', title: '', words: '' }],
  }));
  const communityId = ancestorOf(compoundId, 'community');
  const load = useLoad(getVotingRules, communityId === undefined ? undefined : { params: { placeId: communityId } });
  const rules = load.value?.rules ?? DEFAULT_VOTING_RULES;
  const [now] = useState(serverNow);
  const draft = useDraft(`committee.${compoundId}`, Draft, fresh);
  const submission = useSubmission(draft);
  const earliest = earliestMeeting({ version: 0, rules }, now);
  // The evening after, so that there is time to write the agenda.
  const meetsAt = draft.value.meetsAt ?? startOfDay(earliest + DAY) + 19 * HOUR;
  const { title, venue, matters } = draft.value;
  const body = {
    title: title.trim(),
    venue: venue.trim(),
    meetsAt,
    matters: matters.map((one) => ({ title: one.title.trim(), words: one.words.trim() })),
  };
  const checked = useChecked(callCommittee.body, body);
  return { draft, submission, rules, earliest, meetsAt, body, checked };
};

/** What only the owners decide is proposed to them here, or put to their vote at once. */
const OwnersDecide = ({ compoundId, problem }: { compoundId: string; problem: Refusal }) => (
  <StatusLine tone="warning">
    <View>{refusalWords(problem)}</View>
    <View>{MEETING.propose}</View>
    <Button kind="secondary" onTap={() => open('votes/pages/desk-draft/index', { compound: compoundId })}>
      {DRAFT.start}
    </Button>
  </StatusLine>
);

const Form = ({ compoundId }: { compoundId: string }) => {
  const { draft, submission, rules, earliest, meetsAt, body, checked } = useCallForm(compoundId);
  const { matters } = draft.value;
  const early = meetsAt < earliest;
  const problem = committeeProblem(body);
  const setMatter = (at: number, part: { title?: string; words?: string }) =>
    draft.change({ matters: matters.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const send = async () => {
    if (!checked.ask() || early || problem !== undefined) return;
    const called = await submission.send(callCommittee, { params: { compoundId }, body }, body.title);
    if (called === undefined) return;
    say(MEETING.called);
    openInstead('votes/pages/desk-meeting/index', { id: called.id });
  };
  return (
    <Page
      title={MEETING.call}
      action={
        <Button wide loading={submission.sending === 'sending'} onTap={() => void send()}>
          {MEETING.callVerb}
        </Button>
      }
    >
      <View className="stack">
        <StatusLine>{MEETING.rule(rules.agendaDays, rules.committeePublishDays)}</StatusLine>
        <Card>
          <View className="stack">
            <TextField
              label={MEETING.name}
              value={draft.value.title}
              maxLength={60}
              error={checked.wrong('title') ? MEETING.nameMissing : undefined}
              onChange={(title) => draft.change({ title })}
              onLeave={() => checked.leave('title')}
            />
            <MomentField
              label={MEETING.when}
              value={meetsAt}
              hint={MEETING.earliest(fullDate(earliest))}
              error={early ? MEETING.early(fullDate(earliest)) : undefined}
              onChange={(next) => draft.change({ meetsAt: next })}
            />
            <TextField
              label={MEETING.venue}
              value={draft.value.venue}
              maxLength={80}
              error={checked.wrong('venue') ? MEETING.venueMissing : undefined}
              onChange={(venue) => draft.change({ venue })}
              onLeave={() => checked.leave('venue')}
            />
          </View>
        </Card>
        {matters.map((one, at) => (
          <Card
            key={one.key}
            title={MEETING.matter(at + 1)}
            aside={
              matters.length > 1 ? (
                <Button
                  kind="quiet"
                  label={DRAFT.removeLabel(at + 1)}
                  onTap={() => draft.change({ matters: matters.filter((each) => each !== one) })}
                >
                  {DRAFT.remove}
                </Button>
              ) : undefined
            }
          >
            <View className="stack">
              <TextField
                label={MEETING.matterTitle}
                value={one.title}
                maxLength={60}
                error={checked.wrong(`matters.${String(at)}.title`) ? MEETING.matterTitleMissing : undefined}
                onChange={(title) => setMatter(at, { title })}
                onLeave={() => checked.leave(`matters.${String(at)}.title`)}
              />
              <TextArea
                label={MEETING.words}
                value={one.words}
                maxLength={2000}
                error={checked.wrong(`matters.${String(at)}.words`) ? MEETING.wordsMissing : undefined}
                onChange={(words) => setMatter(at, { words })}
                onLeave={() => checked.leave(`matters.${String(at)}.words`)}
              />
            </View>
          </Card>
        ))}
        {matters.length < MOST ? (
          <Button
            kind="secondary"
            wide
            onTap={() => draft.change({ matters: [...matters, { key: newKey(), title: '', words: '' }] })}
          >
            {MEETING.addMatter}
          </Button>
        ) : null}
        {problem === undefined ? null : <OwnersDecide compoundId={compoundId} problem={problem} />}
        {submission.sending === 'unknown' ? <StatusLine tone="warning">{DESK.unknown}</StatusLine> : null}
        {submission.sending === 'waiting' ? <StatusLine tone="warning">{DESK.waiting}</StatusLine> : null}
        {submission.refused === undefined ? null : <StatusLine tone="warning">{submission.refused}</StatusLine>}
      </View>
    </Page>
  );
};

/** 召集业委会会议: agenda, time after the days of notice, and place; the members are fixed as they are now. */
export default function DeskCallPage() {
  return (
    <CompoundPage title={MEETING.call}>
      {(compoundId) => <Form key={compoundId} compoundId={compoundId} />}
    </CompoundPage>
  );
}
