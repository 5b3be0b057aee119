export default { navigationBarTitleText: '投票回执', enablePullDownRefresh: true };
