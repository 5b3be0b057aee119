import Taro, { useRouter } from '@tarojs/taro';
import type { TabName } from '../ui/tab-bar-names';

const queryOf = (query: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

/** Opens a page: `open('requests/pages/detail/index', { id })`. */
export const open = (page: string, query: Readonly<Record<string, string | undefined>> = {}): void => {
  void Taro.navigateTo({ url: `/${page}${queryOf(query)}` });
};

/** Opens a page in the place of this one: a form that has been sent. */
export const openInstead = (page: string, query: Readonly<Record<string, string | undefined>> = {}): void => {
  void Taro.redirectTo({ url: `/${page}${queryOf(query)}` });
};

export const switchTab = (name: TabName): void => {
  void Taro.switchTab({ url: `/pages/${name}/index` });
};

/** Back to where one came from; to 首页 if the page was opened by a link. */
export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else switchTab('home');
};

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** What the page was opened with, decoded on both platforms. */
export const usePageParams = (): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(useRouter().params).map(([name, value]) => [name, value === undefined ? value : decoded(value)]),
  );
