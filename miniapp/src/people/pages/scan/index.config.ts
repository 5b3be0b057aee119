export default { navigationBarTitleText: '登录网页' };
