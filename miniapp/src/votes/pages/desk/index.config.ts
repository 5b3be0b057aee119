export default { navigationBarTitleText: '表决工作台', enablePullDownRefresh: true };
