import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { listOrganisations } from '@gongyi/shared/district/contract';
import { CATEGORIES, CATEGORY_KEYS } from '@gongyi/shared/requests/category';
import { fileRequest } from '@gongyi/shared/requests/contract';
import { CONTACTS, VISIBILITIES } from '@gongyi/shared/requests/request';
import { ancestorOf } from '@gongyi/shared/district/place';
import {
  newKey,
  outcomeWords,
  requireSignIn,
  submit,
  useCompoundId,
  useDraft,
  useLoad,
  useOutbox,
  usePhotos,
} from '../platform';
import { EMPTY_FILING, categoryOf, filingBody, gaps } from './filing';
import type { FilingDraft } from './filing';

const Draft = z.object({
  words: z.string(),
  chosenCategory: z.optional(z.enum(CATEGORY_KEYS)),
  answers: z.record(z.string(), z.string()),
  photos: z.array(z.string()),
  placeId: z.optional(z.string()),
  placeName: z.optional(z.string()),
  spotWords: z.string(),
  point: z.optional(z.object({ lat: z.int(), lng: z.int() })),
  visibility: z.optional(z.enum(VISIBILITIES)),
  anonymous: z.boolean(),
  contact: z.enum(CONTACTS),
  called12345: z.boolean(),
  codeId: z.optional(z.string()),
  /** One to a submission: sending it twice makes one request. */
  key: z.string(),
});

const fresh = () => ({ ...EMPTY_FILING, answers: {}, photos: [], key: newKey() });

export type Sending = 'no' | 'sending' | 'waiting' | 'unknown';

/** Everything behind the filing form: draft, photos, what is open, and sending it exactly once. */
export const useFiling = () => {
  const [initial] = useState(fresh);
  const draft = useDraft('file', Draft, initial);
  const photos = usePhotos(draft.value.photos);
  const compoundId = useCompoundId();
  const [sending, setSending] = useState<Sending>('no');
  const [refused, setRefused] = useState<string>();
  const [leftOut, setLeftOut] = useState('');
  const entry = useOutbox().find(({ key }) => key === draft.value.key);
  const { change } = draft;
  // Photos that have arrived belong to the draft: they are there again after coming back.
  const arrived = photos.mediaIds.join(' ');
  useEffect(() => change({ photos: arrived === '' ? [] : arrived.split(' ') }), [arrived, change]);
  // Sending without some photos is said of those very photos, not of later ones.
  const missing = photos.photos
    .filter(({ state }) => state !== 'ready')
    .map(({ key }) => key)
    .join(' ');
  const value: FilingDraft = { ...draft.value, photos: photos.mediaIds };
  const category = categoryOf(value);
  const place = value.placeId ?? compoundId;
  const at = place === undefined ? undefined : (ancestorOf(place, 'compound') ?? place);
  const urgent = category !== undefined && CATEGORIES[category].phoneFirst;
  const organisations = useLoad(
    listOrganisations,
    urgent && at !== undefined ? { params: { placeId: at } } : undefined,
  );

  /** Resolves with the new request's id, or undefined when its fate is still open or it was refused. */
  const send = async (): Promise<string | undefined> => {
    const body = filingBody(value);
    if (body === undefined || sending === 'sending' || !(await requireSignIn())) return undefined;
    setSending('sending');
    setRefused(undefined);
    const title = body.words.slice(0, 20);
    const outcome = await submit(fileRequest, { body }, { title, key: draft.value.key });
    if (outcome.ok) {
      draft.clear();
      return outcome.value.id;
    }
    setRefused(outcome.refusal === undefined ? undefined : outcomeWords(outcome));
    setSending(outcome.refusal === undefined ? 'unknown' : 'no');
    return undefined;
  };

  return {
    value,
    change,
    clear: draft.clear,
    /** Something of an earlier visit is still there. */
    restored: draft.restored && (value.words !== '' || value.photos.length > 0),
    photos,
    category,
    compoundId: at,
    organisations: organisations.value?.items ?? [],
    /** Photos that have not arrived wait for the network, unless the person sends without them. */
    open: gaps(value, missing !== '' && missing !== leftOut),
    sendWithoutMissing: () => setLeftOut(missing),
    send,
    refused,
    /** What the outbox knows of this very submission. */
    sending: entry?.state === 'waiting' ? ('waiting' as const) : sending,
    sentAs: entry?.state === 'sent' ? entry.subjectId : undefined,
    key: draft.value.key,
  };
};
export type Filing = ReturnType<typeof useFiling>;
