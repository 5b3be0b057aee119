export default { navigationBarTitleText: '我的家', enablePullDownRefresh: true };
