import { checkWords, checkedTogether } from '../media/public';
import { findPerson } from '../people/public';
import type { Change, Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { stepOf } from '../platform/record-item';
import { isStepKey } from './record-store';
import type { Kind } from './record-store';
import { settleStepWords } from './step-words-store';

/** Whose step a key is of: a topic's or a session's; undefined if of neither. */
export const stepOwner = ({ pk, sk }: Pick<Change, 'pk' | 'sk'>): { kind: Kind; id: string } | undefined => {
  if (isStepKey('topic', pk, sk)) return { kind: 'topic', id: pk.slice(PREFIX.topic.length) };
  if (isStepKey('session', pk, sk)) return { kind: 'session', id: pk.slice(PREFIX.session.length) };
  return undefined;
};

const written = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** New words are checked before anybody but their author reads them; the council goes on meanwhile. */
export const onCouncilWords: Reaction = {
  name: 'council/check-words',
  async on(change) {
    const owner = stepOwner(change);
    if (owner === undefined || change.old !== undefined || change.new?.['wordsCheck'] !== 'pending') return;
    const { rev, words, byId, facts } = stepOf(change.new);
    if (words === undefined) return;
    const openid = byId === undefined ? undefined : (await findPerson(byId))?.openid;
    const all = checkedTogether(words, written(facts['spot']), written(facts['title']));
    await settleStepWords(owner.kind, owner.id, rev, await checkWords(all, openid));
  },
};
