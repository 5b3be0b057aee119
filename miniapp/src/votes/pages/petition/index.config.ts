export default { navigationBarTitleText: '发起联名提议' };
