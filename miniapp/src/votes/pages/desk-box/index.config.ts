export default { navigationBarTitleText: '开箱计票', enablePullDownRefresh: true };
