export default { navigationBarTitleText: '时长与证明', enablePullDownRefresh: true };
