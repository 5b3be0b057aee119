export default { navigationBarTitleText: '业主表决', enableShareAppMessage: true, enablePullDownRefresh: true };
