export default { navigationBarTitleText: '队伍时长', enablePullDownRefresh: true };
