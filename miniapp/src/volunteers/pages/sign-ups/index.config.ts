export default { navigationBarTitleText: '我的报名', enablePullDownRefresh: true };
