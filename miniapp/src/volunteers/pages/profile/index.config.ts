export default { navigationBarTitleText: '志愿者信息' };
