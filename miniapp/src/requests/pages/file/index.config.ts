export default { navigationBarTitleText: '报事报修' };
