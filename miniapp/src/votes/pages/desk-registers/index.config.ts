export default { navigationBarTitleText: '投票登记', enablePullDownRefresh: true };
