export default { navigationBarTitleText: '发个班次' };
