import { EMPTY_FILING, categoryOf, filingBody, gaps, visibilityOf } from './filing';

const placed = { ...EMPTY_FILING, placeId: 'jn.s01.c01.x01', words: '门口的灯不亮了' };

describe('filing a request', () => {
  it('guesses the category from the words until one is chosen', () => {
    expect(categoryOf(placed)).toBe('lighting');
    expect(categoryOf({ ...placed, chosenCategory: 'other' })).toBe('other');
  });

  it('says what is still open, in the order of the form', () => {
    expect(gaps(EMPTY_FILING, false)).toEqual(['words', 'category', 'place']);
    expect(gaps({ ...placed, words: '厨房漏水' }, true)).toEqual(['photos-sending', 'questions']);
    expect(gaps(placed, false)).toEqual([]);
  });

  it('keeps what happens at home private and what is common public, unless told otherwise', () => {
    expect(visibilityOf(placed)).toBe('public');
    expect(visibilityOf({ ...placed, words: '厨房漏水' })).toBe('private');
    expect(visibilityOf({ ...placed, visibility: 'private' })).toBe('private');
  });

  it('sends only answers the chosen category asks for', () => {
    const changed = { ...placed, words: '厨房漏水', answers: { upstairs: '是', rooms: '整户' } };
    expect(filingBody(changed)).toMatchObject({ category: 'water-leak', answers: { upstairs: '是' } });
    expect(filingBody(changed)?.answers).not.toHaveProperty('rooms');
  });

  it('makes nothing of an unfinished form', () => {
    expect(filingBody(EMPTY_FILING)).toBeUndefined();
  });
});
