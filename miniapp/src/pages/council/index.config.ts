export default { navigationBarTitleText: '议事', enablePullDownRefresh: true };
