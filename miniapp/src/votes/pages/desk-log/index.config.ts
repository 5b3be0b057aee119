export default { navigationBarTitleText: '存证日志', enablePullDownRefresh: true };
