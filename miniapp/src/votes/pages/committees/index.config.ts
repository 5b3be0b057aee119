export default { navigationBarTitleText: '业委会会议', enablePullDownRefresh: true };
