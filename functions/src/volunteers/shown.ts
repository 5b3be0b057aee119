import type { CheckState } from '@gongyi/shared/media/contract';

/** In place of a title that is not shown yet, or not at all. */
export const titleShown = (title: string, state: CheckState, own: boolean): string =>
  own || state === 'clear' ? title : state === 'held' ? '内容未显示' : '正在核验';

/** An entry of an object only where there is a value. */
export const part = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => {
  const found: Partial<Record<K, V>> = {};
  if (value !== undefined) found[key] = value;
  return found;
};
