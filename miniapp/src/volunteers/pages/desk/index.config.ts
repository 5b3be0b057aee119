export default { navigationBarTitleText: '志愿工作台', enablePullDownRefresh: true };
