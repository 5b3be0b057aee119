import type { Vote } from '@gongyi/shared/votes/vote';
import type { VoteStep } from '@gongyi/shared/votes/vote-steps';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import type { LegalForce } from '@gongyi/shared/votes/voting-rules';
import { BALLOT_TELLINGS, VOTE_TELLINGS } from './vote-tellings';

const vote = (legalForce: LegalForce): Vote => ({
  id: 'v1',
  number: '1201-KQMZ',
  rev: 3,
  fingerprint: 'f'.repeat(64),
  status: 'nominating',
  compoundId: 'jn.s1.c1.x1',
  compoundName: '阳光小区',
  starter: 'owners-committee',
  startedBy: 'p1',
  startedByName: '吴**',
  title: '选举业委会',
  scope: { kind: 'compound' },
  matters: [],
  rulesInForce: { version: 1, rules: { ...DEFAULT_VOTING_RULES, legalForce } },
  scrutineers: [],
  doorCallers: [],
  begunAt: 0,
  since: 0,
});

const words = (legalForce: LegalForce) => [
  ...Object.values(VOTE_TELLINGS).flatMap((tellings) => tellings.map((one) => one.words(vote(legalForce), {}))),
  ...Object.values(BALLOT_TELLINGS).map((one) => one.words(vote(legalForce))),
];

it('says 征求意见 in every notice of a vote that only asks, and in none of another', () => {
  for (const said of words('consultative')) expect(said).toContain('（征求意见）');
  for (const said of words('designated')) expect(said).not.toContain('征求意见');
});

it('tells no title that nobody has checked yet', () => {
  const before: readonly VoteStep[] = ['petition-reached', 'petition-lapsed', 'nominations-called', 'nominated'];
  for (const said of before.flatMap((step) => VOTE_TELLINGS[step].map((one) => one.words(vote('designated'), {}))))
    expect(said).not.toContain('「选举业委会」');
});
