export default { navigationBarTitleText: '改内容和名额' };
