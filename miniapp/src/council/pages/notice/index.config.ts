export default { navigationBarTitleText: '四方共议公示', enablePullDownRefresh: true, enableShareAppMessage: true };
