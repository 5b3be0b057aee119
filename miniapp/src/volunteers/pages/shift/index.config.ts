export default { navigationBarTitleText: '志愿班次', enablePullDownRefresh: true, enableShareAppMessage: true };
