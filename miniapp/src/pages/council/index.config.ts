export default { navigationBarTitleText: '议事' };
