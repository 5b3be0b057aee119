export default { navigationBarTitleText: '答复异议', enablePullDownRefresh: true };
