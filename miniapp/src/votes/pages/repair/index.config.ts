export default { navigationBarTitleText: '应急维修', enableShareAppMessage: true, enablePullDownRefresh: true };
