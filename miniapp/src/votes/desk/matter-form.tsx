import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { APPORTIONMENTS } from '@gongyi/shared/votes/apportionment';
import { MATTER_WORDS, RESERVED_MATTERS, THRESHOLD_WORDS, articleOf, thresholdOf } from '@gongyi/shared/votes/matters';
import { seatsLawful } from '@gongyi/shared/votes/election-rules';
import { usePhotos } from '../../platform';
import { Button, Card, Choice, PhotoGrid, StatusLine, TextArea, TextField } from '../../ui';
import { MATTER_KIND, VOTE } from '../copy';
import { DRAFT } from '../desk-copy';
import { ELECTING, fenOf, isElection, isFundMatter, seatsOf } from './draft-form';
import type { MatterEdit } from './draft-form';
import type { VoteForm } from './use-vote-form';

interface PartProps {
  readonly form: VoteForm;
  readonly at: number;
  readonly matter: MatterEdit;
}

/** Yuan, told to be none as soon as the field is left. */
const Money = ({ form, at, matter, part }: PartProps & { part: 'budget' | 'balance' | 'fromFund' }) => (
  <TextField
    label={DRAFT.fund[part]}
    value={matter[part]}
    keyboard="digit"
    maxLength={14}
    aside={<View className="t14 quiet">元</View>}
    error={form.checked.wrong(`matters.${String(at)}.fund.${part}`) ? DRAFT.moneyWrong : undefined}
    onChange={(next) => form.changeMatter(at, { [part]: next })}
    onLeave={() => form.checked.leave(`matters.${String(at)}.fund.${part}`)}
  />
);

const Fund = ({ form, at, matter }: PartProps) => {
  const path = `matters.${String(at)}.fund`;
  const [budget, balance, fromFund] = [matter.budget, matter.balance, matter.fromFund].map(fenOf);
  const uneven =
    fromFund !== undefined &&
    ((budget !== undefined && fromFund > budget) || (balance !== undefined && fromFund > balance));
  return (
    <>
      <TextArea
        label={DRAFT.fund.works}
        value={matter.works}
        maxLength={1000}
        error={form.checked.wrong(`${path}.works`) ? DRAFT.fund.worksMissing : undefined}
        onChange={(works) => form.changeMatter(at, { works })}
        onLeave={() => form.checked.leave(`${path}.works`)}
      />
      <Money form={form} at={at} matter={matter} part="budget" />
      <Money form={form} at={at} matter={matter} part="balance" />
      <Money form={form} at={at} matter={matter} part="fromFund" />
      {uneven ? <StatusLine tone="danger">{DRAFT.fund.uneven}</StatusLine> : null}
      <Choice
        label={DRAFT.fund.apportionment}
        options={APPORTIONMENTS.map((value) => ({ value, words: VOTE.apportionment[value] }))}
        value={matter.apportionment}
        hint={DRAFT.fund.apportionmentHint}
        error={form.checked.wrong(`${path}.apportionment`) ? DRAFT.choose : undefined}
        onChange={(apportionment) => form.changeMatter(at, { apportionment })}
      />
    </>
  );
};

const Seats = ({ form, at, matter }: PartProps) => {
  const path = `matters.${String(at)}.election`;
  const { seats, size } = seatsOf(matter);
  const sizeWrong = size === undefined ? form.checked.wrong(`${path}.size`) : !seatsLawful({ seats: size });
  const seatsWrong =
    seats === undefined || size === undefined || sizeWrong
      ? form.checked.wrong(`${path}.seats`)
      : !seatsLawful({ seats, size });
  return (
    <>
      <Choice
        label={DRAFT.electing}
        layout="rows"
        options={ELECTING.map((value) => ({ value, ...DRAFT.electingOf[value] }))}
        value={matter.electing}
        onChange={(electing) => form.changeMatter(at, { electing })}
      />
      <TextField
        label={DRAFT.size}
        value={matter.size}
        keyboard="number"
        maxLength={2}
        hint={DRAFT.sizeHint}
        error={sizeWrong ? DRAFT.sizeWrong : undefined}
        onChange={(next) => form.changeMatter(at, { size: next })}
        onLeave={() => form.checked.leave(`${path}.size`)}
      />
      {matter.electing === 'some' ? (
        <TextField
          label={DRAFT.seats}
          value={matter.seats}
          keyboard="number"
          maxLength={2}
          error={seatsWrong ? DRAFT.seatsWrong : undefined}
          onChange={(next) => form.changeMatter(at, { seats: next })}
          onLeave={() => form.checked.leave(`${path}.seats`)}
        />
      ) : null}
      <TextField
        label={DRAFT.alternates}
        value={matter.alternates}
        keyboard="number"
        maxLength={1}
        error={form.checked.wrong(`${path}.alternates`) ? DRAFT.alternatesWrong : undefined}
        onChange={(alternates) => form.changeMatter(at, { alternates })}
        onLeave={() => form.checked.leave(`${path}.alternates`)}
      />
      <View className="t14 quiet">{DRAFT.candidatesLater}</View>
    </>
  );
};

/** What is attached, sent at once and kept in the draft by its ids. */
const Attachments = ({ form, at, matter }: PartProps) => {
  const photos = usePhotos(matter.attachments);
  const latest = useRef({ form, matter });
  latest.current = { form, matter };
  const ids = photos.mediaIds.join(' ');
  useEffect(() => {
    const { form: now, matter: kept } = latest.current;
    if (ids !== kept.attachments.join(' ')) now.changeMatter(at, { attachments: ids === '' ? [] : ids.split(' ') });
  }, [ids, at]);
  return (
    <View>
      <View className="t14 quiet">{DRAFT.attachments}</View>
      <PhotoGrid
        photos={photos.photos}
        addWords={DRAFT.addAttachment}
        onAdd={() => void photos.add()}
        onRemove={photos.remove}
        onRetry={photos.retry}
        onOpen={photos.open}
      />
    </View>
  );
};

/** The law's list; once chosen, the one that was chosen. */
const Kind = ({ form, at, matter: { kind } }: PartProps) => {
  const [choosing, setChoosing] = useState(false);
  if (kind !== undefined && !choosing)
    return (
      <View className="row wrap">
        <View className="grow">
          <View className="t14 quiet">{DRAFT.kind}</View>
          <View className="t16 desk-strong">{MATTER_KIND[kind]}</View>
          <View className="t14 quiet">{MATTER_WORDS[kind].words}</View>
        </View>
        <Button kind="quiet" label={`${DRAFT.otherKind} ${MATTER_KIND[kind]}`} onTap={() => setChoosing(true)}>
          {DRAFT.otherKind}
        </Button>
      </View>
    );
  return (
    <Choice
      label={DRAFT.kind}
      layout="rows"
      options={RESERVED_MATTERS.map((value) => ({
        value,
        words: MATTER_KIND[value],
        hint: MATTER_WORDS[value].words,
      }))}
      value={kind}
      error={form.checked.wrong(`matters.${String(at)}.kind`) ? DRAFT.choose : undefined}
      onChange={(next) => {
        setChoosing(false);
        form.changeMatter(at, { kind: next });
      }}
    />
  );
};

/** One matter as it is written, and how it will pass. */
export const MatterForm = ({ form, at, matter }: PartProps) => {
  const path = `matters.${String(at)}`;
  const { kind } = matter;
  const all = form.edit.matters.length;
  return (
    <Card
      title={VOTE.matterOf(at + 1, all)}
      aside={
        all > 1 ? (
          <Button kind="quiet" label={DRAFT.removeLabel(at + 1)} onTap={() => form.removeMatter(at)}>
            {DRAFT.remove}
          </Button>
        ) : undefined
      }
    >
      <View className="stack">
        <Kind form={form} at={at} matter={matter} />
        {kind === undefined ? null : (
          <StatusLine tone="brand">
            <View>{THRESHOLD_WORDS[thresholdOf(kind)]}</View>
            <View className="t14">{articleOf(kind)}</View>
          </StatusLine>
        )}
        <TextField
          label={DRAFT.matterTitle}
          value={matter.title}
          maxLength={60}
          error={form.checked.wrong(`${path}.title`) ? DRAFT.matterTitleMissing : undefined}
          onChange={(title) => form.changeMatter(at, { title })}
          onLeave={() => form.checked.leave(`${path}.title`)}
        />
        <TextArea
          label={DRAFT.words}
          hint={DRAFT.wordsHint}
          value={matter.words}
          maxLength={3000}
          error={form.checked.wrong(`${path}.words`) ? DRAFT.wordsMissing : undefined}
          onChange={(words) => form.changeMatter(at, { words })}
          onLeave={() => form.checked.leave(`${path}.words`)}
        />
        {isFundMatter(kind) ? <Fund form={form} at={at} matter={matter} /> : null}
        {isElection(kind) ? <Seats form={form} at={at} matter={matter} /> : null}
        <Attachments form={form} at={at} matter={matter} />
      </View>
    </Card>
  );
};
