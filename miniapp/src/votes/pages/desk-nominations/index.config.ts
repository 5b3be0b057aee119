export default { navigationBarTitleText: '资格审查', enablePullDownRefresh: true };
