import { usualClose, usualOpening } from './usual-times';

const at = (words: string): number => Date.parse(`${words}:00+08:00`);

describe('usual times', () => {
  it('opens in the first morning that is lawful', () => {
    expect(usualOpening(at('2026-12-14T03:42'))).toBe(at('2026-12-14T09:00'));
    expect(usualOpening(at('2026-12-14T08:30'))).toBe(at('2026-12-14T09:00'));
    expect(usualOpening(at('2026-12-14T08:31'))).toBe(at('2026-12-15T09:00'));
  });
  it('closes in the first evening that is lawful', () => {
    expect(usualClose(at('2026-12-21T20:00'))).toBe(at('2026-12-21T20:00'));
    expect(usualClose(at('2026-12-21T21:30'))).toBe(at('2026-12-22T20:00'));
  });
});
