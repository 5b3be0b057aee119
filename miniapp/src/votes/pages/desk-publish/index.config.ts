export default { navigationBarTitleText: '发布公告', enablePullDownRefresh: true };
