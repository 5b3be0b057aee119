export default { navigationBarTitleText: '人员授权', enablePullDownRefresh: true };
