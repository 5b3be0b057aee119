export default { navigationBarTitleText: '选择小区' };
