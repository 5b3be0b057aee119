export default { navigationBarTitleText: '办理表决', enablePullDownRefresh: true };
