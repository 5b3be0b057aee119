export default { navigationBarTitleText: '自己核对' };
