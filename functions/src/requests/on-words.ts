import { checkWords, checkedTogether } from '../media/public';
import { findPerson } from '../people/public';
import type { Change, Reaction } from '../platform/reaction';
import { eventOf, isEventKey, isRequestKey, requestIdOf } from './request-item';
import { findRequest } from './request-store';
import { settleEventWords, settleRequestWords } from './words-store';

const openidOf = async (personId: string | undefined): Promise<string | undefined> =>
  personId === undefined ? undefined : (await findPerson(personId))?.openid;

const onRequestWords = async (requestId: string): Promise<void> => {
  const request = await findRequest(requestId);
  if (request?.wordsCheck !== 'pending') return;
  const openid = await openidOf(request.enteredById ?? request.filerId);
  const words = checkedTogether(request.words, request.spot.words);
  await settleRequestWords(request, await checkWords(words, openid));
};

const onEventWords = async ({ pk, new: item }: Change): Promise<void> => {
  if (item?.['wordsCheck'] !== 'pending') return;
  const { rev, words, byId } = eventOf(item);
  if (words === undefined) return;
  await settleEventWords(requestIdOf(pk), rev, await checkWords(words, await openidOf(byId)));
};

/** New words are checked before anybody but their author reads them; the case goes on meanwhile. */
export const onWords: Reaction = {
  name: 'requests/check-words',
  async on(change) {
    if (change.old !== undefined || change.new === undefined) return;
    if (isRequestKey(change.pk, change.sk)) await onRequestWords(requestIdOf(change.pk));
    else if (isEventKey(change.pk, change.sk)) await onEventWords(change);
  },
};
