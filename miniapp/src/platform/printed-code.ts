const PRINTED = /\/q\/([a-z0-9][a-z0-9.-]{0,79})$/;

/** The code in a printed address (`https://…/q/<code>`), undefined if it is none of ours. */
export const codeInAddress = (address: string): string | undefined => PRINTED.exec(address)?.[1];

/** The code a page was opened with: our own link's `code`, or the whole address WeChat hands over as `q`. */
export const codeInParams = (params: Readonly<Record<string, string | undefined>>): string | undefined =>
  params['code'] ?? (params['q'] === undefined ? undefined : codeInAddress(params['q']));
