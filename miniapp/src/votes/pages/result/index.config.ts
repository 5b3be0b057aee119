export default { navigationBarTitleText: '表决结果', enableShareAppMessage: true, enablePullDownRefresh: true };
