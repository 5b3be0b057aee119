export default { navigationBarTitleText: '志愿队' };
