import { decidesCompany } from './hand-over-rules';
import type { Decision } from './hand-over-rules';
import type { QuestionResult } from './vote';

const none = { area: 0, heads: 0 };
const question = (matterId: string, outcome: QuestionResult['outcome']): QuestionResult => ({
  questionId: matterId,
  matterId,
  tally: { all: none, tookPart: none, for: none, against: none, abstain: none },
  outcome,
  threshold: 'general',
  article: '',
  participation: { area: true, heads: true },
  agreement: { area: true, heads: true },
});
const hiring = { id: 'm2', kind: 'property-company-hiring' } as const;
const covenant = { id: 'm1', kind: 'covenant' } as const;
const voted = (more: Partial<Decision> = {}): Decision => ({
  status: 'published',
  scope: { kind: 'compound' },
  matters: [covenant, hiring],
  result: { questions: [question('m1', 'not-passed'), question('m2', 'passed')] },
  ...more,
});

describe('a decision about the property company', () => {
  it('is a published vote of the whole compound in which that matter passed', () => {
    expect(decidesCompany(voted())).toBe(true);
  });

  it.each<[string, Partial<Decision>]>([
    ['that is not published yet', { status: 'tallying' }],
    ['of a part of the compound', { scope: { kind: 'places', placeIds: ['jn.s03.c12.x05.b1'], basis: '地方规定' } }],
    [
      'in which only another matter passed',
      { result: { questions: [question('m1', 'passed'), question('m2', 'not-passed')] } },
    ],
    ['about something else', { matters: [covenant, { ...hiring, kind: 'other-major' }] }],
    ['without a result', { result: undefined }],
  ])('is no vote %s', (_, more) => {
    expect(decidesCompany(voted(more))).toBe(false);
  });
});
