export default { navigationBarTitleText: '志愿', enablePullDownRefresh: true };
