export default { navigationBarTitleText: '报事进展', enablePullDownRefresh: true };
