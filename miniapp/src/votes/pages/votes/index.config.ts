export default { navigationBarTitleText: '业主表决', enablePullDownRefresh: true };
