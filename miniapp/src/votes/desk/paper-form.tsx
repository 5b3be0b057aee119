import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { CHOICES, Choice, choiceProblem, questionsOf } from '@gongyi/shared/votes/ballot';
import type { Choices } from '@gongyi/shared/votes/ballot';
import { FirstReading, MOST_FACES } from '@gongyi/shared/votes/contract-paper';
import type { BoxPaper } from '@gongyi/shared/votes/contract-paper';
import type { MatterView, VoteView } from '@gongyi/shared/votes/contract-view';
import { openPhotos, useDraft, usePhotos } from '../../platform';
import { Button, Card, PhotoGrid, Press, SegmentedTabs, StatusLine, TextField } from '../../ui';
import { BallotChoices } from '../components/ballot-choices';
import { agreedIn } from '../ballot-draft';
import { BALLOT, CHOICE } from '../copy';
import { BOX } from '../desk-copy';

/** The paper itself, large: who reads it a second time reads it from its picture. */
export const PaperPhotos = ({ paper }: { paper: BoxPaper }) => {
  const urls = paper.photos.flatMap(({ url }) => (url === undefined ? [] : [url]));
  return (
    <Card title={BOX.paper(paper.serial)}>
      {urls.length === 0 ? (
        <StatusLine>{paper.photos.length === 0 ? BOX.photoNone : BOX.photoChecking}</StatusLine>
      ) : null}
      {urls.map((url, at) => (
        <Press key={url} className="desk-photo" label={BOX.photo(at + 1)} onTap={() => openPhotos(urls, at)}>
          <Image className="desk-photo" src={url} mode="widthFix" aria-hidden="true" />
        </Press>
      ))}
    </Card>
  );
};

const Draft = z.object({
  kind: z.enum(['choices', 'spoiled']),
  choices: z.record(z.string(), Choice),
  reason: z.string(),
});

interface PaperFormProps {
  readonly view: VoteView;
  readonly paper: BoxPaper;
  /** The first reading, or another's against the picture. */
  readonly task: 'enter' | 'confirm';
  readonly busy: boolean;
  readonly onRead: (reading: FirstReading) => Promise<boolean>;
}

const nameOf = (matter: MatterView, candidateId: string | undefined): string =>
  candidateId === undefined
    ? matter.title
    : (matter.election?.candidates.find(({ id }) => id === candidateId)?.name ?? candidateId);

interface QuestionsProps {
  readonly view: VoteView;
  readonly choices: Choices;
  readonly asked: boolean;
  readonly onChange: (choices: Choices) => void;
}

const Questions = ({ view, choices, asked, onChange }: QuestionsProps) => (
  <>
    {view.matterList.map((matter) => (
      <View key={matter.id} className="stack">
        {matter.election === undefined ? null : (
          <View>
            <View className="t16 desk-strong">{matter.title}</View>
            <View className="t14 quiet figure">
              {BALLOT.seats(agreedIn(matter.id, choices), matter.election.seats)}
            </View>
          </View>
        )}
        {questionsOf([matter]).map(({ id, candidateId }) => (
          <View key={id} className="stack">
            <View className="t16">{nameOf(matter, candidateId)}</View>
            <BallotChoices
              label={nameOf(matter, candidateId)}
              value={choices[id]}
              disabled={false}
              onChoose={(choice) => onChange({ ...choices, [id]: choice })}
            />
            {asked && choices[id] === undefined ? <View className="t14 ballot-unanswered">{BOX.unread}</View> : null}
          </View>
        ))}
      </View>
    ))}
  </>
);

/** 唱票 or 计票: every answer as it stands on the paper, or why the paper is spoiled. */
export const PaperForm = ({ view, paper, task, busy, onRead }: PaperFormProps) => {
  const draft = useDraft(`paper.${view.id}.${String(paper.line)}.${task}`, Draft, {
    kind: 'choices',
    choices: {},
    reason: '',
  });
  const [asked, setAsked] = useState(false);
  const { kind, choices, reason } = draft.value;
  const problem = choiceProblem(view.matterList, choices);
  const tooMany = problem?.why === 'too-many-for';
  const face = usePhotos([], MOST_FACES);
  // A second reading goes by the first one's picture; a paper read out anew may keep its own.
  const faceless = task === 'enter' && paper.photos.length === 0 && face.photos.length === 0;
  const entry = kind === 'choices' ? { kind, choices } : { kind, reason: reason.trim() };
  const send = async () => {
    setAsked(true);
    const read = z.safeParse(FirstReading, { ...entry, photos: [...face.mediaIds] });
    if (!read.success || (kind === 'choices' && problem !== undefined) || faceless || face.missing > 0) return;
    if (await onRead(read.data)) draft.clear();
  };
  const all = questionsOf(view.matterList);
  return (
    <Card title={task === 'enter' ? BOX.enterTitle : BOX.confirmTitle}>
      <View className="stack">
        <View className="t14 quiet">{task === 'enter' ? BOX.enterHow : BOX.confirmHow}</View>
        {paper.state === 'differs' ? <StatusLine tone="warning">{BOX.differs}</StatusLine> : null}
        <SegmentedTabs
          label={BOX.what}
          tabs={[
            { value: 'choices', words: BOX.valid },
            { value: 'spoiled', words: BOX.spoiled },
          ]}
          value={kind}
          onChange={(next) => draft.change({ kind: next })}
        />
        {kind === 'choices' ? (
          <>
            <Questions
              view={view}
              choices={choices}
              asked={asked}
              onChange={(next) => draft.change({ choices: next })}
            />
            {tooMany ? <StatusLine tone="danger">{BOX.tooMany}</StatusLine> : null}
            <View className="t14 quiet figure">
              {CHOICES.map(
                (choice) => `${CHOICE[choice]} ${String(all.filter(({ id }) => choices[id] === choice).length)}`,
              ).join(' · ')}
            </View>
          </>
        ) : (
          <TextField
            label={BOX.reason}
            value={reason}
            maxLength={120}
            hint={BOX.reasonHint}
            error={asked && reason.trim() === '' ? BOX.reasonMissing : undefined}
            onChange={(next) => draft.change({ reason: next })}
            onLeave={() => setAsked(reason !== '')}
          />
        )}
        {task === 'enter' ? (
          <PhotoGrid
            photos={face.photos}
            most={MOST_FACES}
            addWords={BOX.facePhoto}
            onAdd={() => void face.add()}
            onRemove={face.remove}
            onRetry={face.retry}
            onOpen={face.open}
          />
        ) : null}
        {asked && faceless ? <StatusLine tone="danger">{BOX.photoMissing}</StatusLine> : null}
        {asked && face.missing > 0 ? <StatusLine tone="warning">{BOX.photosSending}</StatusLine> : null}
        <Button wide loading={busy || face.busy} onTap={() => void send()}>
          {task === 'enter' ? BOX.enter : BOX.confirm}
        </Button>
      </View>
    </Card>
  );
};
