export default { navigationBarTitleText: '议题', enableShareAppMessage: true, enablePullDownRefresh: true };
