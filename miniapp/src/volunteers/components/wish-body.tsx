import { View } from '@tarojs/components';
import type { WishView } from '@gongyi/shared/volunteers/contract-view';
import { WISH_KIND_NAMES } from '@gongyi/shared/volunteers/kinds';
import type { PhotoView } from '@gongyi/shared/media/contract';
import { callPhone, openPhotos, useServerNow } from '../../platform';
import { Button, Card, Chip, PersonLine, PhotoGrid, StatusLine, Timeline, clockWords } from '../../ui';
import { POST, WISH } from '../copy';
import { WISH_STATE, wishFrom } from '../rows';
import type { WishDesk } from '../use-wish';
import { Line } from './line';
import { WordsState } from './words-state';

const STATE = { clear: 'ready', held: 'held', pending: 'checking', person: 'checking' } as const;

/** Photos that were checked; those still being checked say so. */
export const WishPhotos = ({ photos }: { photos: readonly PhotoView[] }) => {
  if (photos.length === 0) return null;
  const urls = photos.flatMap(({ url }) => (url === undefined ? [] : [url]));
  return (
    <PhotoGrid
      photos={photos.map(({ mediaId, state, url }, index) => ({
        key: mediaId,
        src: url,
        state: STATE[state],
        label: `${WISH.photos} ${String(index + 1)}`,
      }))}
      onOpen={(key) => {
        const url = photos.find(({ mediaId }) => mediaId === key)?.url;
        if (url !== undefined) openPhotos(urls, urls.indexOf(url));
      }}
    />
  );
};

/** What is wished, of whom, how it stands; of a private one what its wisher shows. */
export const WishBody = ({ view }: { view: WishView }) => {
  const now = useServerNow();
  const said = WISH_STATE[view.status];
  const shown = view.shows.map((part) => POST.parts[part]).join('、');
  return (
    <Card title={view.title} aside={<Chip tone={said.tone}>{said.words}</Chip>}>
      <View className="stack">
        <View className="row wrap">
          <Chip>{WISH_KIND_NAMES[view.kind]}</Chip>
          <View className="t14 quiet figure">{clockWords(view.postedAt, now)}</View>
        </View>
        <WordsState state={view.wordsState} />
        {view.closedReason === undefined ? null : <StatusLine tone="warning">{view.closedReason}</StatusLine>}
        {view.words === undefined ? null : <View className="t16">{view.words}</View>}
        <WishPhotos photos={view.photos} />
        <Line label={WISH.from}>{wishFrom(view)}</Line>
        {view.homeName === undefined ? null : <Line label={WISH.home}>{view.homeName}</Line>}
        {view.private ? <View className="t14 quiet">{`${WISH.private}：${shown === '' ? '无' : shown}`}</View> : null}
        {view.status === 'open' && view.surfacedAt !== undefined ? (
          <StatusLine tone="warning">{WISH.surfaced}</StatusLine>
        ) : null}
        {view.status === 'open' && view.surfacedAt === undefined && view.surfacesAt !== undefined ? (
          <View className="t14 quiet figure">{WISH.surfaces(clockWords(view.surfacesAt, now))}</View>
        ) : null}
      </View>
    </Card>
  );
};

const maker = ({ name, body, party }: WishView['helpersList'][number]): string =>
  [body ?? name, ...(body === undefined ? [] : [name]), ...(party ? [WISH.party] : [])].join(' · ');

/** Who makes it come true; for them, how to reach the wisher. */
export const WishMakers = ({ view, desk }: { view: WishView; desk: WishDesk }) => {
  const { lead } = view;
  const { contact } = desk;
  if (lead === undefined && !view.maySeeContact) return null;
  return (
    <Card>
      <View className="stack">
        {lead === undefined ? null : <Line label={WISH.lead}>{maker(lead)}</Line>}
        {view.helpersList.length === 0 ? null : (
          <Line label={WISH.helpers}>{view.helpersList.map(maker).join('、')}</Line>
        )}
        {contact === undefined ? null : (
          <PersonLine role={contact.name} phone={contact.phone} onCall={() => callPhone(contact.phone)} />
        )}
        {view.maySeeContact && contact === undefined ? (
          <>
            <Button kind="secondary" loading={desk.act.busy} onTap={() => void desk.seeContact(view)}>
              {WISH.contact}
            </Button>
            <View className="t14 quiet">{WISH.contactHint}</View>
          </>
        ) : null}
      </View>
    </Card>
  );
};

const TONES: Partial<Record<WishView['timeline'][number]['kind'], 'success' | 'warning'>> = {
  verified: 'success',
  fulfilled: 'success',
  thanked: 'success',
  returned: 'warning',
  surfaced: 'warning',
  released: 'warning',
};

type Step = WishView['timeline'][number];

/** What is said in a step, unless the card above says just that. */
const wordsIn = ({ title, words = '' }: WishView, step: Step): string[] =>
  step.words === undefined || step.words === `${title}\n${words}` ? [] : step.words.split('\n');

/** Photos of a step, unless the card above shows just those. */
const photosIn = ({ photos }: WishView, step: Step): Step['photos'] =>
  step.photos.every(({ mediaId }) => photos.some((shown) => shown.mediaId === mediaId)) ? [] : step.photos;

const bodyOf = (view: WishView, step: Step) => {
  const words = wordsIn(view, step);
  const photos = photosIn(view, step);
  if (words.length === 0 && photos.length === 0) return undefined;
  return (
    <View className="stack">
      {words.map((line, index) => (
        <View key={index}>{line}</View>
      ))}
      {step.wordsState === undefined || !step.mine ? null : <WordsState state={step.wordsState} />}
      <WishPhotos photos={photos} />
    </View>
  );
};

/** Every step with who and when, newest first; the note of thanks among them. */
export const WishSteps = ({ view }: { view: WishView }) => {
  const now = useServerNow();
  return (
    <Card title={WISH.steps}>
      <Timeline
        entries={[...view.timeline]
          .sort((a, b) => b.rev - a.rev)
          .map((step) => {
            const body = bodyOf(view, step);
            return {
              key: String(step.rev),
              title: WISH.step[step.kind],
              by: step.by,
              when: clockWords(step.at, now),
              tone: TONES[step.kind] ?? 'plain',
              ...(body === undefined ? {} : { body }),
            };
          })}
      />
    </Card>
  );
};
