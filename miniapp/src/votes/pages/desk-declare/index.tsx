import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { declareRepair } from '@gongyi/shared/votes/contract-emergency';
import { EMERGENCIES, Emergency } from '@gongyi/shared/votes/emergency-repair';
import { getPlace } from '@gongyi/shared/district/contract';
import { PlaceSheet } from '../../../district/components/place-sheet';
import {
  LoadState,
  Page,
  newKey,
  openInstead,
  useChecked,
  useDraft,
  useLoad,
  usePhotos,
  useSubmission,
} from '../../../platform';
import { Button, Card, Choice, Confirm, PhotoGrid, StatusLine, TextArea, TextField, say } from '../../../ui';
import { REPAIR } from '../../copy';
import { DESK, DRAFT, LINE, REPAIRS } from '../../desk-copy';
import { CompoundPage } from '../../desk/compound-page';
import { fenOf } from '../../desk/draft-form';
import { fenWords } from '../../figures';

const Draft = z.object({
  key: z.string(),
  kind: z.optional(Emergency),
  title: z.string(),
  words: z.string(),
  estimate: z.string(),
  places: z.array(z.object({ id: z.string(), name: z.string() })),
  photos: z.array(z.string()),
});
type Draft = z.output<typeof Draft>;

interface Compound {
  readonly id: string;
  readonly name: string;
}

const useDeclaring = (compound: Compound) => {
  const [fresh] = useState<Draft>(() => ({
    key: newKey(),
    title: '',
    words: '',
    estimate: '',
    places: [],
    photos: [],
  }));
  const draft = useDraft(`repair.${compound.id}`, Draft, fresh);
  const submission = useSubmission(draft);
  const photos = usePhotos(draft.value.photos);
  const ids = photos.mediaIds.join(' ');
  const { change } = draft;
  const first = useRef(ids);
  useEffect(() => {
    if (first.current === ids) return;
    first.current = ids;
    change({ photos: ids === '' ? [] : ids.split(' ') });
  }, [ids, change]);
  const { kind, title, words, estimate, places } = draft.value;
  const body = {
    kind,
    title: title.trim(),
    words: words.trim(),
    placeIds: places.length === 0 ? [compound.id] : places.map(({ id }) => id),
    estimate: fenOf(estimate),
    photos: [...photos.mediaIds],
  };
  return { draft, submission, photos, body, checked: useChecked(declareRepair.body, body) };
};

const Form = ({ compound }: { compound: Compound }) => {
  const { draft, submission, photos, body, checked } = useDeclaring(compound);
  const [picking, setPicking] = useState(false);
  const [asking, setAsking] = useState(false);
  const { kind, title, words, estimate, places } = draft.value;
  const ask = () => {
    if (checked.ask() && photos.missing === 0) setAsking(true);
  };
  const send = async () => {
    const read = z.safeParse(declareRepair.body, body);
    if (!read.success) return;
    const input = { params: { compoundId: compound.id }, body: read.data };
    const declared = await submission.send(declareRepair, input, title);
    setAsking(false);
    if (declared === undefined) return;
    say(REPAIRS.declared);
    openInstead('votes/pages/desk-repair/index', { id: declared.id });
  };
  return (
    <Page
      title={REPAIRS.declare}
      action={
        <Button wide loading={submission.sending === 'sending' || photos.busy} onTap={ask}>
          {REPAIRS.declareVerb}
        </Button>
      }
    >
      <View className="stack">
        <StatusLine>{REPAIR.how}</StatusLine>
        <Card>
          <View className="stack">
            <Choice
              label={REPAIRS.kind}
              options={EMERGENCIES.map((value) => ({ value, words: REPAIR.kind[value] }))}
              value={kind}
              error={checked.wrong('kind') ? DRAFT.choose : undefined}
              onChange={(next) => draft.change({ kind: next })}
            />
            <TextField
              label={REPAIRS.name}
              value={title}
              maxLength={60}
              error={checked.wrong('title') ? REPAIRS.nameMissing : undefined}
              onChange={(next) => draft.change({ title: next })}
              onLeave={() => checked.leave('title')}
            />
            <TextArea
              label={REPAIRS.words}
              value={words}
              maxLength={2000}
              hint={REPAIRS.wordsHint}
              error={checked.wrong('words') ? REPAIRS.wordsMissing : undefined}
              onChange={(next) => draft.change({ words: next })}
              onLeave={() => checked.leave('words')}
            />
            <TextField
              label={REPAIR.estimate}
              value={estimate}
              keyboard="digit"
              maxLength={14}
              aside={<View className="t14 quiet">元</View>}
              error={checked.wrong('estimate') ? DRAFT.moneyWrong : undefined}
              onChange={(next) => draft.change({ estimate: next })}
              onLeave={() => checked.leave('estimate')}
            />
          </View>
        </Card>
        <Card title={REPAIRS.where}>
          <View className="stack">
            {places.length === 0 ? <View className="t16">{REPAIRS.whole(compound.name)}</View> : null}
            {places.map((place) => (
              <View key={place.id} className="row">
                <View className="t16 grow">{place.name}</View>
                <Button
                  kind="quiet"
                  label={`${DRAFT.remove} ${place.name}`}
                  onTap={() => draft.change({ places: places.filter(({ id }) => id !== place.id) })}
                >
                  {DRAFT.remove}
                </Button>
              </View>
            ))}
            <Button kind="secondary" wide onTap={() => setPicking(true)}>
              {DRAFT.addPlace}
            </Button>
          </View>
        </Card>
        <Card title={REPAIRS.photos}>
          <PhotoGrid
            photos={photos.photos}
            onAdd={() => void photos.add()}
            onRemove={photos.remove}
            onRetry={photos.retry}
            onOpen={photos.open}
          />
        </Card>
        {checked.asked && photos.missing > 0 ? <StatusLine tone="warning">{LINE.photosSending}</StatusLine> : null}
        {submission.sending === 'unknown' ? <StatusLine tone="warning">{DESK.unknown}</StatusLine> : null}
        {submission.sending === 'waiting' ? <StatusLine tone="warning">{DESK.waiting}</StatusLine> : null}
        {submission.refused === undefined ? null : <StatusLine tone="warning">{submission.refused}</StatusLine>}
      </View>
      <PlaceSheet
        open={picking}
        title={DRAFT.addPlace}
        root={compound}
        kinds={['building', 'entrance']}
        onPick={(place) => {
          setPicking(false);
          if (!places.some(({ id }) => id === place.id)) draft.change({ places: [...places, place] });
        }}
        onClose={() => setPicking(false)}
      />
      <Confirm
        open={asking}
        title={REPAIRS.declareTitle}
        lines={REPAIRS.declareLines(title, fenWords(body.estimate ?? 0))}
        verb={REPAIRS.declareVerb}
        busy={submission.sending === 'sending'}
        onConfirm={() => void send()}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
};

const Declare = ({ compoundId }: { compoundId: string }) => {
  const load = useLoad(getPlace, { params: { placeId: compoundId } });
  if (load.value !== undefined) return <Form compound={{ id: compoundId, name: load.value.place.name }} />;
  return (
    <Page title={REPAIRS.declare}>
      <LoadState load={load} />
    </Page>
  );
};

/** 申报应急维修: what is in danger, where, and what it will cost; announced at once, checked by others. */
export default function DeskDeclarePage() {
  return (
    <CompoundPage title={REPAIRS.declare}>
      {(compoundId) => <Declare key={compoundId} compoundId={compoundId} />}
    </CompoundPage>
  );
}
