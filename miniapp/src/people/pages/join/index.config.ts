export default { navigationBarTitleText: '用邀请码加入' };
