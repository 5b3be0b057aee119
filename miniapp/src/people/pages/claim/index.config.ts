export default { navigationBarTitleText: '认领住房' };
