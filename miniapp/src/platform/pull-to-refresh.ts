import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** Pulling the page down reads it again; the page's config sets `enablePullDownRefresh`. */
export const usePullToRefresh = (refresh: () => Promise<void>): void => {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
};
