import { checkWords } from '../media/public';
import { findPerson } from '../people/public';
import type { Reaction } from '../platform/reaction';
import { stepOf } from '../platform/record-item';
import { settleWords, stepOwner } from './record-subject';

/** New words are checked before anybody but their author reads them. */
export const onVotesWords: Reaction = {
  name: 'votes/check-words',
  async on(change) {
    const owner = stepOwner(change);
    if (owner === undefined || change.old !== undefined || change.new?.['wordsCheck'] !== 'pending') return;
    const { rev, words, byId } = stepOf(change.new);
    if (words === undefined) return;
    const openid = byId === undefined ? undefined : (await findPerson(byId))?.openid;
    await settleWords(owner, rev, await checkWords(words, openid));
  },
};
