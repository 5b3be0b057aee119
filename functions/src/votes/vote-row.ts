import type { VoteRow } from '@gongyi/shared/votes/contract';
import type { Vote } from '@gongyi/shared/votes/vote';
import { isPublic } from './standing';

export const UNSEEN = '内容正在核验';

const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};

/** An announced vote was checked before; until then words are their writers' until somebody cleared them. */
export const wordsShown = (vote: Pick<Vote, 'noticeAt' | 'wordsCheck'>, writes: boolean): boolean =>
  writes || isPublic(vote) || vote.wordsCheck === undefined || vote.wordsCheck === 'clear';

const outcomeOf = ({ result }: Vote, matterId: string): string | undefined =>
  result?.elections.find((one) => one.matterId === matterId)?.outcome ??
  result?.questions.find((one) => one.matterId === matterId)?.outcome;

/** A vote as a row; `writes`: for those who write it. */
export const voteRow = (vote: Vote, writes: boolean): VoteRow => {
  const shown = wordsShown(vote, writes);
  return {
    id: vote.id,
    number: vote.number,
    rev: vote.rev,
    status: vote.status,
    legalForce: vote.rulesInForce.rules.legalForce,
    compoundId: vote.compoundId,
    compoundName: vote.compoundName,
    starter: vote.starter,
    title: shown ? vote.title : UNSEEN,
    matters: vote.matters.map(({ id, title, kind }) => ({
      title: shown ? title : UNSEEN,
      kind,
      ...part('outcome', outcomeOf(vote, id)),
    })),
    since: vote.since,
    ...part('noticeAt', vote.noticeAt),
    ...part('opensAt', vote.opensAt),
    ...part('closesAt', vote.closesAt),
    ...part('publishedAt', vote.publishedAt),
    ...part('nominateUntil', vote.nominateUntil),
    ...part('petition', vote.petition),
  };
};
