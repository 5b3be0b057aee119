export default { navigationBarTitleText: '四方会议', enablePullDownRefresh: true, enableShareAppMessage: true };
