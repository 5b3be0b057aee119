import type { TabName } from './tab-bar-names';

/** WeChat draws its own bar; on the web see `tab-bar.h5.tsx`. */
export const TabBar = (_props: { at: TabName }) => null;
