import { PARTIES } from '../src/district/organisation';
import type { Party } from '../src/district/organisation';
import type { Random } from '../src/kernel/random-for-tests';
import { randomOf } from '../src/kernel/random-for-tests';
import { canonicalChoices, questionsOf } from '../src/votes/ballot';
import type { Choice, Choices } from '../src/votes/ballot';
import { countVote } from '../src/votes/count-vote';
import type { VoteBundle } from '../src/votes/log/bundle';
import { commitmentOf } from '../src/votes/log/commitment';
import type { Opening } from '../src/votes/log/commitment';
import { LEAF_FORM } from '../src/votes/log/leaf';
import type { BallotLeaf, OpenLeaf, VoteLogLeaf } from '../src/votes/log/leaf';
import { lineMark } from '../src/votes/log/line-mark';
import { openLeafOf } from '../src/votes/log/open-leaf';
import { rollDigest, sortedRoll } from '../src/votes/log/roll-digest';
import type { RollLine } from '../src/votes/log/roll-digest';
import { RESERVED_MATTERS } from '../src/votes/matters';
import type { Matter } from '../src/votes/vote';
import { DEFAULT_VOTING_RULES } from '../src/votes/voting-rules';
import { ed25519Signer, p256Signer } from './keys-for-tests';
import type { Signer } from './keys-for-tests';

/** An honest vote up to its close, before its log is hashed and signed. */
export interface VoteForTests {
  readonly open: OpenLeaf;
  /** Leaf 0 is `open`. */
  readonly leaves: readonly VoteLogLeaf[];
  readonly roll: readonly RollLine[];
  readonly openings: readonly Opening[];
  /** Openings of versions that were replaced: no part of a bundle. */
  readonly replaced: readonly Opening[];
  readonly results: VoteBundle['results'];
  readonly elections: VoteBundle['elections'];
  readonly log: Signer;
  readonly cosigners: readonly (readonly [Party, Signer])[];
}

const LOGS = [ed25519Signer(), p256Signer()];
const DEVICES = PARTIES.map((party) => [party, p256Signer()] as const);
const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at);

const hexOf = (random: Random, bytes: number): string =>
  Array.from({ length: bytes }, () => random.int(0, 255).toString(16).padStart(2, '0')).join('');

const kindOf = (random: Random): Matter['kind'] =>
  random.chance(0.25) ? 'committee-election' : random.pick(RESERVED_MATTERS);

const matterOf = (random: Random, index: number, kind = kindOf(random)): Matter => {
  const candidates = Array.from({ length: random.int(1, 6) }, (_, at) => ({
    id: `c${String(at + 1)}`,
    name: `样候选${String(at + 1)}`,
    about: '愿意为大家做事',
    by: 'self' as const,
  }));
  return {
    id: `m${String(index + 1)}`,
    kind,
    title: `事项${random.text(3)}`,
    words: `是否同意“${random.text(6)}”?\n第二行 \u1820 🏠`,
    attachments: [],
    ...(kind === 'committee-election'
      ? { election: { seats: random.int(1, 5), alternates: random.int(0, 2), candidates } }
      : {}),
  };
};

/** Every answer, with no more in favour of candidates than there are seats. */
const choicesOf = (random: Random, matters: readonly Matter[], lean: Choice | undefined, turn: number): Choices => {
  const choices: Record<string, Choice> = {};
  for (const matter of matters) {
    let left = matter.election?.seats ?? 1;
    const asked = questionsOf([matter]);
    // Whoever favours more candidates than there are seats leaves out others than the neighbour does.
    const at = turn % asked.length;
    for (const { id } of [...asked.slice(at), ...asked.slice(0, at)]) {
      const said = lean ?? random.pick(['for', 'for', 'against', 'abstain'] as const);
      choices[id] = said === 'for' && left === 0 ? 'abstain' : said;
      if (choices[id] === 'for') left -= 1;
    }
  }
  return choices;
};

/** Who votes with which lean: by chance, or at a corner of the law. */
export interface Plan {
  readonly areas: readonly number[];
  readonly leans: readonly (Choice | 'any' | undefined)[];
}

const planOf = (random: Random): Plan => {
  if (random.chance(0.5)) {
    const heads = random.int(1, 14);
    const turnout = random.pick([0, 0.5, 0.7, 0.9, 1]);
    return {
      areas: Array.from({ length: heads }, () => random.int(500, random.chance(0.1) ? 3_000_000 : 20_000)),
      leans: Array.from({ length: heads }, () => (random.chance(turnout) ? 'any' : undefined)),
    };
  }
  // Exactly two thirds of twelve equal lines take part, and half, more than half or three quarters of them agree.
  const yes = random.pick([4, 5, 6, 8]);
  const leans = Array.from({ length: 12 }, (_, at) =>
    at >= 8 ? undefined : at < yes ? 'for' : random.pick(['against', 'abstain'] as const),
  );
  const odd = random.pick([0, 0, -1, 1]);
  return { areas: leans.map((_, at) => 9_000 + (at === 0 ? odd : 0)), leans };
};

const NOON = 1_800_000_000_000;
const DAY = 86_400_000;

interface Cast {
  readonly leaf: BallotLeaf;
  readonly opening: Opening;
  readonly choices: Choices;
}

/** Made by chance from `seed`; with `asked` who votes how on one matter of that kind is given. */
export const voteForTests = (seed: number, asked?: Plan & { readonly kind: Matter['kind'] }): VoteForTests => {
  const random = randomOf(seed);
  const id = `v${random.text(10)}`;
  const matters =
    asked === undefined
      ? Array.from({ length: random.int(1, 3) }, (_, at) => matterOf(random, at))
      : [matterOf(random, 0, asked.kind)];
  const rules = { ...DEFAULT_VOTING_RULES, mayChange: random.chance(0.4), silenceWithMajority: random.chance(0.3) };
  const plan = asked ?? planOf(random);
  const lines = plan.areas.map((area, no): RollLine => [lineMark(SECRET, id, no), area]);
  const all = { area: plan.areas.reduce((sum, area) => sum + area, 0), heads: lines.length };
  const open = openLeafOf(
    {
      id,
      title: '业主大会表决',
      compoundId: 'jn.s01.c01.x01',
      compoundName: '样板小区',
      scope: { kind: 'compound' },
      matters,
      rulesInForce: { version: 0, rules },
    },
    { opensAt: NOON, closesAt: NOON + 7 * DAY },
    hexOf(random, 32),
    { ...all, digest: rollDigest(id, lines) },
  );

  const castOf = (line: string, area: number, version: number, lean: Choice | undefined): Cast => {
    const turn = lines.findIndex(([one]) => one === line);
    const choices = choicesOf(random, matters, lean, turn);
    const text = canonicalChoices(matters, choices);
    const salt = hexOf(random, 32);
    const commitment = commitmentOf({ vote: id, line, version, salt, choices: text });
    return {
      leaf: { leaf: LEAF_FORM, vote: id, kind: 'ballot', line, version, area, commitment },
      opening: { line, salt, choices: questionsOf(matters).map((one) => [one.id, choices[one.id] ?? 'abstain']) },
      choices,
    };
  };
  const voting = lines.flatMap(([line, area], at) => {
    const lean = plan.leans[at];
    return lean === undefined ? [] : [{ line, area, lean: lean === 'any' ? undefined : lean }];
  });
  // Earlier versions come in any order before the last ones; paper, counted after the end, comes last.
  const earlier = rules.mayChange ? voting.filter(() => random.chance(0.4)) : [];
  const first = earlier.map(({ line, area }) => castOf(line, area, 1, undefined));
  const last = voting.map(({ line, area, lean }) =>
    castOf(line, area, earlier.some((one) => one.line === line) ? 2 : 1, lean),
  );
  const base = { leaf: LEAF_FORM, vote: id } as const;
  const cosigners = DEVICES.filter(() => random.chance(0.6));
  const extended = random.chance(0.3) ? [NOON + 8 * DAY] : [];
  const leaves: VoteLogLeaf[] = [
    open,
    ...cosigners.map(([party, { publicKey }]): VoteLogLeaf => ({ ...base, kind: 'witness', party, key: publicKey })),
    ...first.map(({ leaf }) => leaf),
    ...extended.map((closesAt): VoteLogLeaf => ({ ...base, kind: 'extension', closesAt })),
    ...last.map(({ leaf }) => leaf),
    {
      ...base,
      kind: 'close',
      closedAt: NOON + 8 * DAY + random.int(0, 1_000),
      heads: last.length,
      area: last.reduce((sum, { leaf }) => sum + leaf.area, 0),
      ballots: first.length + last.length,
    },
  ];
  const counted = last.map(({ leaf, choices }) => ({ area: leaf.area, choices }));
  const { questions, elections } = countVote(matters, all, counted, rules.silenceWithMajority);
  return {
    open,
    leaves,
    roll: sortedRoll(lines),
    openings: last.map(({ opening }) => opening).sort((a, b) => (a.line < b.line ? -1 : 1)),
    replaced: first.map(({ opening }) => opening),
    results: questions,
    elections,
    log: random.pick(LOGS),
    cosigners: cosigners.filter(() => random.chance(0.8)),
  };
};
