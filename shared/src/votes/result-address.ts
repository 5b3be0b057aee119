/**
 * Where the code on a printed result leads, below the web app's origin. The root stands on the paper: a page that
 * shows another one has been changed since.
 */
export const resultPath = (voteId: string, root: string): string =>
  `/votes/pages/result/index?id=${voteId}&root=${root}`;
