export interface Listening {
  readonly stop: () => void;
}

export interface Heard {
  readonly onWords: (words: string) => void;
  readonly onEnd: () => void;
}

/** WeChat turns speech into words only by a plugin that an account must be granted; without it there is none. */
export const canListen = (): boolean => false;
export const listen = (_heard: Heard): Listening | undefined => undefined;
