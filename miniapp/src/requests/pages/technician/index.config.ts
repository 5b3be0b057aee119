export default { navigationBarTitleText: '我的活儿', enablePullDownRefresh: true };
