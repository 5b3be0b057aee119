export default { navigationBarTitleText: '扫楼名单', enablePullDownRefresh: true };
