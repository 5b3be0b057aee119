/** Read at build time only: Taro turns it into app.json and the web router's table. */
const TABS = [
  { page: 'home', text: '首页' },
  { page: 'council', text: '议事' },
  { page: 'requests', text: '报事' },
  { page: 'volunteers', text: '志愿' },
  { page: 'me', text: '我的' },
];

const weapp = process.env.TARO_ENV === 'weapp';

export default {
  pages: TABS.map((tab) => `pages/${tab.page}/index`),
  subPackages: GONGYI_SUBPACKAGES,
  window: {
    navigationBarTitleText: '共议',
    navigationBarBackgroundColor: '#FAFAF7',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAFAF7',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    // On the web our own bar stands in: it grows with the text size and speaks to screen readers.
    custom: !weapp,
    color: '#5B6472',
    selectedColor: '#1E5FA8',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: TABS.map(({ page, text }) => ({
      pagePath: `pages/${page}/index`,
      text,
      ...(weapp ? { iconPath: `assets/tabs/${page}.png`, selectedIconPath: `assets/tabs/${page}-on.png` } : {}),
    })),
  },
  ...(weapp
    ? {
        lazyCodeLoading: 'requiredComponents',
        __usePrivacyCheck__: true,
        requiredPrivateInfos: ['getLocation'],
        permission: { 'scope.userLocation': { desc: '找离您近的小区，或在报事时附上位置' } },
      }
    : { animation: false }),
};
