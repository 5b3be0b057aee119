export default { navigationBarTitleText: '更正名册', enablePullDownRefresh: true };
