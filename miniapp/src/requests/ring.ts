/** WeChat vibrates a phone by itself when a subscribe message comes; inside the app nothing rings. */
export const ringOnce = (): void => undefined;
export const canRing = false;
export const setRing = (_on: boolean): void => undefined;
