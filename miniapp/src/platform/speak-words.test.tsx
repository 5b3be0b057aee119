import { act, fireEvent, render, screen } from '@testing-library/react';
import { SpeakWords } from './speak-words';

type Result = (event: { resultIndex: number; results: { transcript: string }[][] }) => void;

/** jsdom has no microphone: a recogniser of the same shape stands in for the browser's. */
class Recogniser {
  static last: Recogniser | undefined;
  lang = '';
  onresult: Result | null = null;
  onend: (() => void) | null = null;
  running = false;
  start() {
    Recogniser.last = this;
    this.running = true;
  }
  stop() {
    this.running = false;
    this.onend?.();
  }
}

afterEach(() => Reflect.deleteProperty(window, 'webkitSpeechRecognition'));

it('is not there where the browser cannot listen', () => {
  expect(render(<SpeakWords onWords={() => undefined} />).container.textContent).toBe('');
});

it('hands over each phrase once, and stops by a second tap', () => {
  Object.assign(window, { webkitSpeechRecognition: Recogniser });
  const said: string[] = [];
  render(<SpeakWords onWords={(words) => said.push(words)} />);
  fireEvent.click(screen.getByText('点一下，直接说'));
  const recogniser = Recogniser.last;
  expect(recogniser?.lang).toBe('zh-CN');
  act(() => recogniser?.onresult?.({ resultIndex: 0, results: [[{ transcript: '灯坏了' }]] }));
  act(() =>
    recogniser?.onresult?.({ resultIndex: 1, results: [[{ transcript: '灯坏了' }], [{ transcript: '三天了' }]] }),
  );
  expect(said).toEqual(['灯坏了', '三天了']);
  fireEvent.click(screen.getByText('正在听，说完点这里'));
  expect(recogniser?.running).toBe(false);
  expect(screen.getByText('点一下，直接说')).toBeTruthy();
});
