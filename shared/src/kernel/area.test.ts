import { formatArea, parseArea } from './area';

describe('area', () => {
  it.each([
    ['143.86', 14386],
    ['57', 5700],
    ['99.', 9900],
    ['88.125', 8813],
    ['-12.5', -1250],
    ['0', 0],
  ])('reads %s as %i hundredths', (words, hundredths) => {
    expect(parseArea(words)).toBe(hundredths);
  });

  it.each(['', 'abc', '1,000', '1e5', '１２'])('does not read %p as an area', (words) => {
    expect(parseArea(words)).toBeUndefined();
  });

  it('writes what it reads', () => {
    for (const hundredths of [5, 99, 100, 14386, -1250]) expect(parseArea(formatArea(hundredths))).toBe(hundredths);
  });
});
