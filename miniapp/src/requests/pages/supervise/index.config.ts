export default { navigationBarTitleText: '督办与核验', enablePullDownRefresh: true };
