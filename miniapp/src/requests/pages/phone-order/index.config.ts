export default { navigationBarTitleText: '电话代录' };
