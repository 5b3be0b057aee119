import { anOpening, changeOpening, otherOf, recommitted } from './tamper-for-tests';
import type { Tamper } from './tamper-for-tests';

const CHOICES = ['for', 'against', 'abstain'] as const;

export const COUNT_TAMPERS: Readonly<Record<string, Tamper>> = {
  'a choice turned': (random, vote) => {
    const [opening, at] = anOpening(random, vote) ?? [];
    if (opening === undefined || at === undefined) return undefined;
    const which = random.int(0, opening.choices.length - 1);
    return changeOpening(vote, at, {
      choices: opening.choices.map(([id, said], index) => [
        id,
        index === which ? otherOf(random, CHOICES, said) : said,
      ]),
    });
  },
  'a choice left out, in the log as well': (random, vote) => {
    const [opening] = anOpening(random, vote) ?? [];
    return opening && recommitted(vote, opening.line, opening.choices.slice(1));
  },
  'a question nobody asked, in the log as well': (random, vote) => {
    const [opening] = anOpening(random, vote) ?? [];
    return opening && recommitted(vote, opening.line, [...opening.choices, ['m99', 'for']]);
  },
  'more in favour than seats, in the log as well': (random, vote) => {
    const [opening] = anOpening(random, vote) ?? [];
    const small = vote.open.matters.find(({ election }) => election && election.candidates.length > election.seats);
    if (opening === undefined || small === undefined) return undefined;
    return recommitted(
      vote,
      opening.line,
      opening.choices.map(([id, said]) => [id, id.startsWith(`${small.id}.`) ? 'for' : said]),
    );
  },
  'salts exchanged': (random, vote) => {
    const [one, at] = anOpening(random, vote) ?? [];
    const other = random.int(0, Math.max(0, vote.openings.length - 1));
    const second = vote.openings.at(other);
    if (one === undefined || at === undefined || second === undefined || at === other) return undefined;
    return changeOpening(changeOpening(vote, at, { salt: second.salt }), other, { salt: one.salt });
  },
  'an opening left out': (random, vote) => {
    const [, at] = anOpening(random, vote) ?? [];
    return at === undefined ? undefined : { ...vote, openings: vote.openings.filter((_, index) => index !== at) };
  },
  'an opening twice': (random, vote) => {
    const [opening] = anOpening(random, vote) ?? [];
    return opening && { ...vote, openings: [...vote.openings, opening].sort((a, b) => (a.line < b.line ? -1 : 1)) };
  },
  'a version opened that was replaced': (random, vote) => {
    if (vote.replaced.length === 0) return undefined;
    const earlier = random.pick(vote.replaced);
    return { ...vote, openings: vote.openings.map((one) => (one.line === earlier.line ? earlier : one)) };
  },
  'another tally': (random, vote) => {
    const at = random.int(0, vote.results.length - 1);
    const measure = random.pick(['area', 'heads'] as const);
    const which = random.pick(['all', 'tookPart', 'for', 'against', 'abstain'] as const);
    const results = vote.results.map((result, index) => {
      if (index !== at) return result;
      const sum = { ...result.tally[which], [measure]: result.tally[which][measure] + 1 };
      return { ...result, tally: { ...result.tally, [which]: sum } };
    });
    return { ...vote, results };
  },
  'another verdict': (random, vote) => {
    const at = random.int(0, vote.results.length - 1);
    const outcomes = ['passed', 'not-passed', 'no-quorum'] as const;
    const results = vote.results.map((result, index) =>
      index === at ? { ...result, outcome: otherOf(random, outcomes, result.outcome) } : result,
    );
    return { ...vote, results };
  },
  'another threshold in the result': (random, vote) => {
    const at = random.int(0, vote.results.length - 1);
    const results = vote.results.map((result, index) =>
      index === at
        ? { ...result, threshold: otherOf(random, ['general', 'special'] as const, result.threshold) }
        : result,
    );
    return { ...vote, results };
  },
  'somebody else elected': (random, vote) => {
    const first = vote.elections.at(0);
    const rest = vote.elections.slice(1);
    if (first === undefined) return undefined;
    const elected = first.elected.length > 0 ? first.elected.slice(1) : ['c1'];
    const change = random.chance(0.5) ? { elected } : { tied: [...first.tied, 'c9'] };
    return { ...vote, elections: [{ ...first, ...change }, ...rest] };
  },
};
