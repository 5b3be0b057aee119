export default {
  navigationStyle: 'custom',
  navigationBarTitleText: '首页',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
};
