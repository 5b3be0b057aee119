export default { navigationBarTitleText: '主持台', enablePullDownRefresh: true };
