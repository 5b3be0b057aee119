export default { navigationBarTitleText: '业委会会议', enableShareAppMessage: true, enablePullDownRefresh: true };
