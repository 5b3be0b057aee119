export default { navigationBarTitleText: '准备表决' };
