export default { navigationBarTitleText: '议事规则', enablePullDownRefresh: true };
