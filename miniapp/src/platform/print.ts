/** A phone prints nothing: on the web see `print.h5.ts`. */
export const canPrint = process.env.TARO_ENV === 'h5';
export const printPage = (): void => undefined;
