export default { navigationBarTitleText: '议事工作台', enablePullDownRefresh: true };
