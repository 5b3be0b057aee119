import { useShareAppMessage } from '@tarojs/taro';

export interface ShareCard {
  /** Read by whoever it is forwarded to: nothing of a person belongs in it. */
  readonly title: string;
  /** A page with its query, without the leading slash: `requests/pages/detail/index?id=…`. */
  readonly path: string;
}

const HOME: ShareCard = { title: '共议 · 小区里的事，报得上、看得见', path: 'pages/home/index' };

/**
 * What WeChat sends on when somebody forwards this page (its config needs `enableShareAppMessage`). Without a
 * card the app itself is forwarded, never the page: what is private stays behind. The web page has no such menu.
 */
export const useShareCard = (card?: ShareCard): void => {
  const { title, path } = card ?? HOME;
  useShareAppMessage(() => ({ title, path: `/${path}` }));
};
