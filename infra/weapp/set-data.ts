type Bag = Record<string, unknown>;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

/** `root.cn.[0].cn[2].v` as steps. */
const stepsOf = (path: string): string[] =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');

/** A step by number makes a list, as in WeChat. */
const emptyFor = (nextStep: string): Bag => {
  const empty: unknown = /^\d+$/.test(nextStep) ? [] : {};
  return isBag(empty) ? empty : {};
};

const put = (data: Bag, path: string, value: unknown): void => {
  const steps = stepsOf(path);
  const last = steps.pop();
  if (last === undefined) return;
  let at: Bag = data;
  steps.forEach((step, index) => {
    const next = at[step];
    const made: Bag = isBag(next) ? next : emptyFor(steps[index + 1] ?? last);
    at[step] = made;
    at = made;
  });
  at[last] = value;
};

/** Applies one setData and tells how many bytes crossed WeChat's bridge for it. */
export const applySetData = (data: Bag, update: Readonly<Bag>): number => {
  const crossing = JSON.stringify(update);
  const arrived: unknown = JSON.parse(crossing);
  for (const [path, value] of Object.entries(isBag(arrived) ? arrived : {})) put(data, path, value);
  return Buffer.byteLength(crossing);
};
