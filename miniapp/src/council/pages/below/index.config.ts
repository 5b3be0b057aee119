export default { navigationBarTitleText: '辖区四方共议', enablePullDownRefresh: true };
