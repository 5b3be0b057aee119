export default { navigationBarTitleText: '设计样张' };
