export default { navigationBarTitleText: '应急维修', enablePullDownRefresh: true };
