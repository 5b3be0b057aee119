export default { navigationBarTitleText: '核对志愿服务证明' };
