export default { navigationBarTitleText: '推选候选人', enablePullDownRefresh: true };
