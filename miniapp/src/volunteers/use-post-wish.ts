import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { amendWish, postWish, postWishFor } from '@gongyi/shared/volunteers/contract-wishes';
import type { WishView } from '@gongyi/shared/volunteers/contract-view';
import { WishKind, WishPart } from '@gongyi/shared/volunteers/kinds';
import { newKey, useChecked, useCompoundId, useDraft, usePhotos, useSubmission } from '../platform';

const Draft = z.object({
  kind: z.optional(WishKind),
  title: z.string(),
  words: z.string(),
  photos: z.array(z.string()),
  private: z.boolean(),
  shows: z.array(WishPart),
  wisherName: z.string(),
  wisherPhone: z.string(),
  homeId: z.optional(z.string()),
  homeName: z.optional(z.string()),
  key: z.string(),
});

const draftOf = (wish: WishView | undefined): z.output<typeof Draft> => ({
  kind: wish?.kind,
  title: wish?.title ?? '',
  words: wish?.words ?? '',
  photos: (wish?.photos ?? []).map(({ mediaId }) => mediaId),
  private: wish?.private ?? false,
  shows: wish?.shows ?? [],
  wisherName: '',
  wisherPhone: '',
  key: newKey(),
});

/** Three ways to the same form: one's own wish, somebody else's at their word, and a wish worded anew. */
export type Posting =
  { readonly how: 'own' } | { readonly how: 'for' } | { readonly how: 'amend'; readonly wish: WishView };

const ROUTES = { own: postWish, for: postWishFor, amend: amendWish } as const;

/** Everything behind the form of a wish: draft, photos, and sending it exactly once. */
export const usePostWish = (posting: Posting) => {
  const wish = posting.how === 'amend' ? posting.wish : undefined;
  const [initial] = useState(() => draftOf(wish));
  const draft = useDraft(wish === undefined ? `wish.${posting.how}` : `wish.${wish.id}`, Draft, initial);
  const photos = usePhotos(draft.value.photos, 6);
  const submission = useSubmission(draft);
  const compoundId = useCompoundId();
  const { value, change } = draft;
  // Photos that have arrived belong to the draft: they are there again after coming back.
  const arrived = photos.mediaIds.join(' ');
  useEffect(() => change({ photos: arrived === '' ? [] : arrived.split(' ') }), [arrived, change]);
  const rest = {
    title: value.title,
    words: value.words,
    photos: [...photos.mediaIds],
    private: value.private,
    shows: value.private ? [...value.shows] : [],
  };
  const phone = value.wisherPhone.trim();
  const wisher = {
    wisherName: value.wisherName,
    ...(phone === '' ? {} : { wisherPhone: phone }),
    ...(value.homeId === undefined ? {} : { homeId: value.homeId }),
  };
  const checked = useChecked(ROUTES[posting.how].body, {
    ...rest,
    kind: value.kind,
    ...(posting.how === 'for' ? wisher : {}),
    ...(wish === undefined ? {} : { rev: wish.rev }),
  });

  const send = async (): Promise<WishView | undefined> => {
    const { kind } = value;
    if (!checked.ask() || kind === undefined || photos.missing > 0) return undefined;
    const body = { ...rest, kind };
    const title = value.title.slice(0, 20);
    if (wish !== undefined)
      return submission.send(amendWish, { params: { wishId: wish.id }, body: { ...body, rev: wish.rev } }, title);
    if (compoundId === undefined) return undefined;
    const params = { compoundId };
    return posting.how === 'for'
      ? submission.send(postWishFor, { params, body: { ...body, ...wisher } }, title)
      : submission.send(postWish, { params, body }, title);
  };
  return {
    value,
    change,
    clear: () => {
      draft.clear();
      photos.clear();
    },
    restored: draft.restored && wish === undefined && (value.title !== '' || value.words !== ''),
    photos,
    checked,
    submission,
    compoundId,
    send,
  };
};
export type WishForm = ReturnType<typeof usePostWish>;
