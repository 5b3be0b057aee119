export default { navigationBarTitleText: '申报应急维修' };
