/** A phone prints nothing. */
export const canPrint = false;
export const printPage = (): void => undefined;
