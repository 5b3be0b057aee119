import { commonPlaceOf } from './served-area';

describe('commonPlaceOf', () => {
  it('is the place itself when there is one', () => {
    expect(commonPlaceOf(['jn.s1.c2.x3'])).toBe('jn.s1.c2.x3');
  });
  it('is the street of compounds in two communities', () => {
    expect(commonPlaceOf(['jn.s1.c2.x3', 'jn.s1.c4.x3'])).toBe('jn.s1');
  });
  it('does not take a segment that only begins the same', () => {
    expect(commonPlaceOf(['jn.s1', 'jn.s10'])).toBe('jn');
  });
  it('is the upper one of a place and one below it', () => {
    expect(commonPlaceOf(['jn.s1.c2', 'jn.s1'])).toBe('jn.s1');
  });
  it('is none for no places and for two districts', () => {
    expect(commonPlaceOf([])).toBeUndefined();
    expect(commonPlaceOf(['jn.s1', 'hh.s1'])).toBeUndefined();
  });
});
