import type { Heard, Listening } from './speech';

/** The part of the Web Speech API that is used; TypeScript's DOM does not know it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult:
    | ((event: {
        readonly resultIndex: number;
        readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
      }) => void)
    | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}
declare global {
  interface Window {
    readonly SpeechRecognition?: new () => Recognition;
    readonly webkitSpeechRecognition?: new () => Recognition;
  }
}

const maker = (): (new () => Recognition) | undefined => window.SpeechRecognition ?? window.webkitSpeechRecognition;

/** Whether this browser turns speech into words. */
export const canListen = (): boolean => maker() !== undefined;

/** Listens until stopped or the browser ends it; undefined where it cannot, or may not. */
export const listen = ({ onWords, onEnd }: Heard): Listening | undefined => {
  const Made = maker();
  if (Made === undefined) return undefined;
  const recognition = new Made();
  recognition.lang = 'zh-CN';
  recognition.continuous = true;
  recognition.interimResults = false;
  recognition.onresult = ({ resultIndex, results }) => {
    // Phrases that come together are handed over together, so that none overwrites another.
    onWords(
      Array.from(results, (phrase) => phrase[0]?.transcript ?? '')
        .slice(resultIndex)
        .join(''),
    );
  };
  recognition.onend = onEnd;
  try {
    recognition.start();
  } catch {
    return undefined;
  }
  return { stop: () => recognition.stop() };
};
