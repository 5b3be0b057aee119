export default { navigationBarTitleText: '志愿队类别' };
