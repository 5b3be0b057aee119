export default { navigationBarTitleText: '打印报修码' };
