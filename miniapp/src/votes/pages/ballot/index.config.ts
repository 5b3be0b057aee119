export default { navigationBarTitleText: '投这一票' };
