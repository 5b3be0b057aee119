import { fileOnBehalf, fileRequest } from '@gongyi/shared/requests/contract';
import { isCategoryKey, openQuestions } from '@gongyi/shared/requests/category';
import { STATUSES } from '@gongyi/shared/requests/request';
import type { Status } from '@gongyi/shared/requests/request';
import { nextStatus } from '@gongyi/shared/requests/request-rules';
import { isDemoPhone, isMadeUp } from '../made-up';
import { CAST_KEYS, memberOf, phoneOf } from '../cast';
import { moveRoutes } from '../move-routes';
import { talesOf } from './index';
import type { Beat, Refs } from './tale';

const refs: Refs = {
  at: (hours) => 1_800_000_000_000 + hours * 3_600_000,
  organisation: () => 'org1',
  person: () => 'person1',
  request: (key) => key,
};

const bodyOf = (beat: Beat): Record<string, unknown> => {
  const photos = Object.fromEntries(
    Object.entries(beat.pictures ?? {}).map(([field, list]) => [field, list.map(() => 'm1')]),
  );
  const place = beat.move === 'file' || beat.move === 'file-on-behalf' ? { placeId: 'jn.s01.c01.x01' } : { rev: 1 };
  return { ...photos, ...place, ...beat.body?.(refs) };
};

const schemaOf = ({ move }: Beat) =>
  move === 'file' ? fileRequest.body : move === 'file-on-behalf' ? fileOnBehalf.body : moveRoutes[move].body;

const after = (status: Status | undefined, beat: Beat): Status | undefined => {
  if (beat.move === 'file' || beat.move === 'file-on-behalf') return 'submitted';
  if (status === undefined) return undefined;
  const next = nextStatus(status, beat.move);
  const { outcome } = bodyOf(beat);
  const told = STATUSES.find((known) => beat.move === 'call-back' && known === outcome);
  return told !== undefined && next !== undefined ? told : next;
};

const all = talesOf('full');

describe.each(all.map((tale) => [tale.key, tale] as const))('tale %s', (_, tale) => {
  it('says what the contract lets people say', () => {
    for (const beat of tale.beats) {
      const parsed = schemaOf(beat)['~standard'].validate(bodyOf(beat));
      expect(parsed).not.toHaveProperty('issues');
    }
  });

  it('keeps to the life of a request and ends where it says', () => {
    let status: Status | undefined;
    for (const beat of tale.beats) {
      status = after(status, beat);
      expect([beat.move, status]).not.toEqual([beat.move, undefined]);
    }
    expect(status).toBe(tale.ends);
  });

  it('shows the mended thing, unless it is in somebody’s home', () => {
    const home = tale.path?.includes('.h') ?? false;
    for (const { move, pictures } of tale.beats)
      if (move === 'resolve') expect(home || (pictures?.after ?? []).length > 0).toBe(true);
  });

  it('goes on in time, and answers what its category asks', () => {
    const times = tale.beats.map(({ at }) => at);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    const { category, answers } = fileRequest.body.parse(
      bodyOf(tale.beats[0] ?? { at: 0, who: 'resident', move: 'file' }),
    );
    expect(isCategoryKey(category) ? openQuestions(category, answers) : [category]).toEqual([]);
  });
});

describe('all tales', () => {
  it('end in every status there is, small and full', () => {
    for (const size of ['small', 'full'] as const)
      expect([...new Set(talesOf(size).map(({ ends }) => ends))].sort()).toEqual([...STATUSES].sort());
  });

  it('have keys of their own', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it('make every move a resident and a property company can make by hand', () => {
    const made = new Set(all.flatMap(({ beats }) => beats.map(({ move }) => move)));
    for (const move of Object.keys(moveRoutes)) {
      if (!['take', 'resume', 'escalate'].includes(move)) expect([...made]).toContain(move);
    }
  });
});

describe('the cast', () => {
  it('is made up, each with a number of their own', () => {
    for (const key of CAST_KEYS) {
      expect(isMadeUp(memberOf(key).name)).toBe(true);
      expect(isDemoPhone(phoneOf(key))).toBe(true);
    }
    expect(new Set(CAST_KEYS.map(phoneOf)).size).toBe(CAST_KEYS.length);
  });
});
