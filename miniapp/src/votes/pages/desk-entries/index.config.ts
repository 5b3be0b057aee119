export default { navigationBarTitleText: '登记经过', enablePullDownRefresh: true };
