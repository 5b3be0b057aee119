export default { navigationBarTitleText: '队员', enablePullDownRefresh: true };
