import { WISH_STATUSES } from './kinds';
import { WISH_MOVES, fitsWish, nextWishStatus, ownerFor, shows } from './wish-rules';
import type { Wish } from './wish';

const wish: Wish = {
  id: 'w',
  number: '1128-WWWW',
  rev: 3,
  fingerprint: '',
  status: 'claimed',
  kind: 'company',
  title: '想听人读报',
  words: '眼睛不好，想每周有人来读读报。',
  wordsCheck: 'clear',
  textRev: 1,
  photos: [],
  compoundId: 'jn.s1.c1.x1',
  compoundName: '阳光小区',
  wisherId: 'wisher',
  wisherName: '王**',
  recordedById: 'worker',
  private: true,
  shows: ['words'],
  postedAt: 0,
  since: 0,
  lead: { personId: 'lead', name: '李*', at: 0 },
  helpers: [{ personId: 'helper', name: '赵*', at: 0 }],
};

it('goes from word to verified to claimed to come true, and no way round', () => {
  const ways = WISH_STATUSES.map((status) => [
    status,
    WISH_MOVES.filter((move) => nextWishStatus(status, move) !== undefined && nextWishStatus(status, move) !== status),
  ]);
  expect(Object.fromEntries(ways)).toEqual({
    posted: ['withdraw', 'verify', 'return'],
    returned: ['amend', 'withdraw'],
    open: ['withdraw', 'claim', 'close'],
    claimed: ['release', 'fulfil', 'close'],
    fulfilled: [],
    closed: [],
    withdrawn: [],
  });
});

it('is the wisher’s to word and thank for, the lead’s to bring to an end, the helpers’ to tell of', () => {
  const movesOf = (personId: string) => WISH_MOVES.filter((move) => ownerFor(wish, move, personId) !== undefined);
  expect(movesOf('wisher')).toEqual(['amend', 'withdraw', 'thank']);
  expect(movesOf('worker')).toEqual(['amend', 'withdraw', 'thank']);
  expect(movesOf('lead')).toEqual(['release', 'progress', 'fulfil']);
  expect(movesOf('helper')).toEqual(['stop-helping', 'progress']);
  expect(movesOf('somebody')).toEqual([]);
});

it('is not claimed or verified by its own wisher, nor helped with twice', () => {
  expect(fitsWish(wish, 'claim', 'wisher')).toBe(false);
  expect(fitsWish(wish, 'verify', 'wisher')).toBe(false);
  expect(['lead', 'helper', 'wisher', 'somebody'].map((id) => fitsWish(wish, 'help', id))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(fitsWish({ ...wish, wordsCheck: 'pending' }, 'verify', 'worker')).toBe(false);
});

it('shows of a private wish what its wisher allowed, of a public one everything', () => {
  expect((['name', 'words', 'photos', 'compound'] as const).map((part) => shows(wish, part))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(shows({ private: false, shows: [] }, 'name')).toBe(true);
});
