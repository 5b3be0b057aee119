export default { navigationBarTitleText: '本单位', enablePullDownRefresh: true };
