export default { navigationBarTitleText: '物业交接', enablePullDownRefresh: true };
