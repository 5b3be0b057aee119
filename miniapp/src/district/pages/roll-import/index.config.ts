export default { navigationBarTitleText: '业主名册导入' };
