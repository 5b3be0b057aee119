export default { navigationBarTitleText: '带队台', enablePullDownRefresh: true };
