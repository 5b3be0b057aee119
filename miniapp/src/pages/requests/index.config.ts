export default { navigationBarTitleText: '报事' };
