/** WeChat reads words aloud only by a plugin that an account must be granted; without it there is none. */
export const canReadAloud = (): boolean => false;
export const readAloud =
  (_words: string, _onEnd: () => void): (() => void) =>
  () =>
    undefined;
