/**
 * Two short tones for a new order, made by the browser itself. A browser lets a page sound only after a tap
 * on it, which switching the sound on is.
 */
let context: AudioContext | undefined;
let on = false;

const tone = (at: number, hertz: number): void => {
  if (context === undefined) return;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.12, context.currentTime + at);
  gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + at + 0.25);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(context.currentTime + at);
  oscillator.stop(context.currentTime + at + 0.3);
};

export const canRing = true;

export const ringOnce = (): void => {
  if (!on || context === undefined) return;
  tone(0, 880);
  tone(0.3, 660);
};

export const setRing = (wanted: boolean): void => {
  on = wanted;
  if (wanted && context === undefined) context = new AudioContext();
  ringOnce();
};
