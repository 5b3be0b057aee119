export default { navigationBarTitleText: '记录核对', enablePullDownRefresh: true };
