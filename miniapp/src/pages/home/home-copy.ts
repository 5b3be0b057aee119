/** What the first screen says. */
export const HOME = {
  pickCompound: '选择小区',
  elder: '长辈版',
  elderOffer: '字大一点，按钮大一点？',
  elderOfferYes: '换成长辈版',
  elderOfferNo: '不用',
  elderBack: '返回标准版',
  caption: '按时办结',
  seat: {
    none: '暂无',
    kept: (kept: number, due: number): string => `按时 ${String(kept)}/${String(due)}`,
    inHand: (open: number, overdue: number): string =>
      `在办 ${String(open)}${overdue > 0 ? ` · 超期 ${String(overdue)}` : ''}`,
    standIn: (body: string): string => `${body}（代行）`,
    empty: '本小区还没有登记这一方。',
    requests: (open: number, overdue: number): string =>
      `报事：在办 ${String(open)} 件，其中超期 ${String(overdue)} 件`,
    tasks: (open: number, overdue: number): string =>
      `四方议定的任务：在办 ${String(open)} 项，其中超期 ${String(overdue)} 项`,
    promises: (kept: number, due: number): string =>
      due === 0 ? '近 90 天：暂无到期的报事' : `近 90 天：报事到期 ${String(due)} 件，按时办结 ${String(kept)} 件`,
  },
  waiting: '待我处理',
  nothing: '没有要您处理的事',
  duty: '今日值班',
  noDuty: '还没有登记值班电话',
  notices: '公示中',
  noticeWaits: '等答复异议',
  around: '身边事',
  file: '报事报修',
  fileHint: '灯坏了、漏水了，拍张照就能报',
  scan: '扫码报修',
  notOurs: '这不是共议的报修码',
  propose: '提个议题',
  volunteer: '报名志愿',
  wish: '许个心愿',
  missing: '身边缺人手',
  property: '打给物业',
  homes: '我的家',
  firstTime: '先选一下您住的小区，不用登录就能看公示和值班电话。',
  demo: '演示数据，人物均为虚构',
} as const;
