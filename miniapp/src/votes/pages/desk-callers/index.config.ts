export default { navigationBarTitleText: '上门人员', enablePullDownRefresh: true };
