export default { navigationBarTitleText: '报事', enablePullDownRefresh: true };
