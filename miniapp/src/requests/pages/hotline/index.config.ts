export default { navigationBarTitleText: '12345 工单' };
