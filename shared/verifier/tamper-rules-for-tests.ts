import { changeOpen } from './tamper-for-tests';
import type { Tamper } from './tamper-for-tests';

export const RULE_TAMPERS: Readonly<Record<string, Tamper>> = {
  'a smaller roll, so that there is a quorum': (random, vote) => {
    const { roll } = vote.open;
    const less = random.chance(0.5) ? { heads: roll.heads - 1 } : { area: roll.area - 1 };
    return changeOpen(vote, { roll: { ...roll, ...less } });
  },
  'another digest of the roll': (_, vote) =>
    changeOpen(vote, { roll: { ...vote.open.roll, digest: vote.open.notice } }),
  'a line left out of the roll': (random, vote) => {
    const at = random.int(0, vote.roll.length - 1);
    return { ...vote, roll: vote.roll.filter((_, index) => index !== at) };
  },
  'a line twice in the roll': (_, vote) => ({ ...vote, roll: [...vote.roll.slice(0, 1), ...vote.roll] }),
  'area moved between two lines': (random, vote) => {
    const [from, to] = [random.int(0, vote.roll.length - 1), random.int(0, vote.roll.length - 1)];
    if (from === to) return undefined;
    const by = (at: number): number => (at === from ? -1 : at === to ? 1 : 0);
    return {
      ...vote,
      roll: vote.roll.map(([line, area], at) => [line, area + by(at)]),
    };
  },
  'another threshold for a matter': (random, vote) => {
    const at = random.int(0, vote.open.matters.length - 1);
    const matters = vote.open.matters.map((matter, index) =>
      index === at
        ? {
            ...matter,
            rule: { ...matter.rule, agrees: matter.rule.agrees === '>1/2' ? ('>=3/4' as const) : ('>1/2' as const) },
          }
        : matter,
    );
    return changeOpen(vote, { matters });
  },
  'two matters of one id': (_, vote) =>
    changeOpen(vote, { matters: [...vote.open.matters, ...vote.open.matters.slice(0, 1)] }),
  'an end before the beginning': (_, vote) => changeOpen(vote, { opensAt: vote.open.closesAt }),
  'the silent counted or not': (_, vote) => changeOpen(vote, { silenceWithMajority: !vote.open.silenceWithMajority }),
};
