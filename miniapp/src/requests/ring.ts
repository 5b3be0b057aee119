/** WeChat vibrates a phone by itself when a subscribe message comes; inside the app nothing rings. */
export const ringOnce = (): void => undefined;
export const canRing = process.env.TARO_ENV === 'h5';
export const setRing = (_on: boolean): void => undefined;
