export default { navigationBarTitleText: '召集会议' };
