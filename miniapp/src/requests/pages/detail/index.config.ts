export default { navigationBarTitleText: '报事进展', enableShareAppMessage: true, enablePullDownRefresh: true };
