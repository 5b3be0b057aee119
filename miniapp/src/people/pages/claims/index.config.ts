export default { navigationBarTitleText: '核实住户', enablePullDownRefresh: true };
