export default { navigationBarTitleText: '召集业委会会议', enablePullDownRefresh: true };
