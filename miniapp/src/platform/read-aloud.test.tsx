import { act, fireEvent, render, screen } from '@testing-library/react';
import { ReadAloud } from './read-aloud';

/** jsdom has no voice: one of the same shape stands in for the browser's. */
class Utterance {
  lang = '';
  rate = 1;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly text: string) {}
}
const spoken: Utterance[] = [];
let cancelled = 0;

const giveVoice = () => {
  spoken.length = 0;
  cancelled = 0;
  Object.assign(window, {
    SpeechSynthesisUtterance: Utterance,
    speechSynthesis: { speak: (one: Utterance) => spoken.push(one), cancel: () => (cancelled += 1) },
  });
};
afterEach(() => {
  Reflect.deleteProperty(window, 'speechSynthesis');
  Reflect.deleteProperty(window, 'SpeechSynthesisUtterance');
});

it('is not there where the browser has no voice', () => {
  expect(render(<ReadAloud words="同意换物业吗？" />).container.textContent).toBe('');
});

it('reads sentence by sentence and says when it is through', () => {
  giveVoice();
  render(<ReadAloud words="同意换物业吗？参与须达到三分之二。" />);
  fireEvent.click(screen.getByRole('button', { name: '读给我听' }));
  expect(spoken.map(({ text, lang }) => [text, lang])).toEqual([
    ['同意换物业吗？', 'zh-CN'],
    ['参与须达到三分之二。', 'zh-CN'],
  ]);
  expect(screen.getByRole('button', { name: '停下，不读了' })).toBeTruthy();
  act(() => spoken.at(-1)?.onend?.());
  expect(screen.getByRole('button', { name: '读给我听' })).toBeTruthy();
});

it('falls silent on a second tap, and when the page is left', () => {
  giveVoice();
  const { unmount } = render(<ReadAloud words="一。二。" />);
  fireEvent.click(screen.getByRole('button'));
  const before = cancelled;
  fireEvent.click(screen.getByRole('button', { name: '停下，不读了' }));
  expect(cancelled).toBe(before + 1);
  unmount();
  expect(cancelled).toBe(before + 2);
});
