export default { navigationBarTitleText: '表决规则', enablePullDownRefresh: true };
