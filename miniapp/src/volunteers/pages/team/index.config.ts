export default { navigationBarTitleText: '志愿队伍', enablePullDownRefresh: true, enableShareAppMessage: true };
