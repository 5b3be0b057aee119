export default { navigationBarTitleText: '许个心愿' };
