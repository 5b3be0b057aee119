/** Whether this browser has a voice. */
export const canReadAloud = (): boolean => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

/** Browsers fall silent in the middle of a long utterance, so they are given sentence by sentence. */
const sentences = (words: string): string[] =>
  words
    .split(/(?<=[。！？；\n])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Reads in Mandarin; the function it gives back stops it. `onEnd` is called once, at the end or when it fails. */
export const readAloud = (words: string, onEnd: () => void): (() => void) => {
  const { speechSynthesis } = window;
  speechSynthesis.cancel();
  const said = sentences(words).map((sentence) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = 'zh-CN';
    utterance.rate = 0.9;
    return utterance;
  });
  const last = said.at(-1);
  if (last === undefined) {
    onEnd();
    return () => undefined;
  }
  last.onend = onEnd;
  for (const utterance of said) {
    utterance.onerror = onEnd;
    speechSynthesis.speak(utterance);
  }
  return () => {
    for (const utterance of said) {
      utterance.onend = null;
      utterance.onerror = null;
    }
    speechSynthesis.cancel();
  };
};
