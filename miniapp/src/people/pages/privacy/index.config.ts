export default { navigationBarTitleText: '隐私与个人信息' };
