export default { navigationBarTitleText: '提个议题' };
