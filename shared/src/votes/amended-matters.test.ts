import { isRefusal } from '../kernel/refusal';
import type { MatterAmend } from './contract-preparing';
import { amended, mattersOf } from './vote-effects';
import type { Candidate, Matter, Vote } from './vote';

const candidate = (name: string): Candidate => ({ id: 'c1', name, about: '愿意出力', by: 'self' });
const matter = (id: string, candidates?: Candidate[]): Matter => ({
  id,
  kind: candidates === undefined ? 'covenant' : 'committee-election',
  title: id,
  words: id,
  attachments: [],
  ...(candidates === undefined ? {} : { election: { seats: 5, alternates: 0, candidates } }),
});
const draft = (id: string | undefined, electing = false): MatterAmend => ({
  ...(id === undefined ? {} : { id }),
  kind: electing ? 'committee-election' : 'covenant',
  title: '事项',
  words: '事项',
  attachments: [],
  ...(electing ? { election: { seats: 5, alternates: 0 } } : {}),
});
const before = {
  matters: [matter('m1'), matter('m2', [candidate('甲')]), matter('m3', [candidate('乙')])],
  mattersMade: 3,
};

/** Ids in order, each with the names of its candidates. */
const after = (drafts: readonly MatterAmend[], from: Parameters<typeof mattersOf>[1] = before) => {
  const made = mattersOf(drafts, from);
  return isRefusal(made)
    ? made
    : made.matters.map(({ id, election }) => [id, ...(election?.candidates ?? []).map(({ name }) => name)]);
};

describe('matters that are written anew', () => {
  it('keep their candidates wherever they stand', () => {
    expect(after([draft('m3', true), draft('m1'), draft('m2', true)])).toEqual([['m3', '乙'], ['m1'], ['m2', '甲']]);
    expect(after([draft('m3', true)])).toEqual([['m3', '乙']]);
  });

  it('never hand candidates, or what owners were nominated for, to one that took their place', () => {
    expect(after([draft('m1'), draft(undefined, true)])).toEqual([['m1'], ['m4']]);
    expect(after([draft('m1'), draft(undefined)])).toEqual([['m1'], ['m4']]);
    const gone = { matters: [matter('m1')], mattersMade: 3 };
    expect(after([draft('m1'), draft(undefined, true)], gone)).toEqual([['m1'], ['m4']]);
  });

  it('stand in the place of a matter that elected nobody', () => {
    expect(after([draft(undefined), draft('m2', true)])).toEqual([['m1'], ['m2', '甲']]);
    expect(after([draft(undefined), draft('m1')])).toEqual([['m4'], ['m1']]);
  });

  it('are none that do not stand, and none twice', () => {
    for (const wrong of [[draft('m9')], [draft('m1'), draft('m1')]])
      expect(after(wrong)).toEqual({ refused: 'matter-unknown', facts: {} });
  });

  it('are numbered from one in a new vote', () => {
    expect(mattersOf([draft(undefined), draft(undefined, true)])).toMatchObject({
      matters: [{ id: 'm1' }, { id: 'm2', election: { candidates: [] } }],
      mattersMade: 2,
    });
  });
});

it('keeps the seats that owners signed a petition for, as it does its words', () => {
  const elected = (seats: number): Matter => ({
    ...matter('m1', []),
    election: { seats, size: 5, alternates: 0, candidates: [] },
  });
  const change = { title: '补选', scope: { kind: 'compound' as const }, mattersMade: 1, scrutineers: [] };
  const vote = {
    ...change,
    matters: [elected(1)],
    petition: { signed: 1, needed: 4, heads: 20, until: 9 },
  } as Partial<Vote> as Vote;
  expect(amended(vote, { ...change, matters: [elected(2)] })).toMatchObject({ refused: 'petition-fixed' });
  expect(isRefusal(amended(vote, { ...change, matters: [elected(1)] }))).toBe(false);
});
