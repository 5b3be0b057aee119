/** The words of 志愿. */
export const VOLUNTEERS = {
  title: '志愿',
  near: '身边的服务力量',
  nearHow: '每个网格都有专人联系住户。想出一份力，或者家里需要搭把手，打电话找他们。',
  none: '这个小区还没有登记网格员和值班电话。可以找居委会。',
  committee: '居委会',
  kinds: '社区里常见的服务队',
  kindsHow: '党员、志愿者、社工都可以参加，各取所长、各尽所能。',
  teams: ['社区党员服务队', '治安巡逻服务队', '卫生监督服务队', '群众文化服务队'],
  pick: '先选一下您住的小区，就能看到联系谁。',
  pickVerb: '选择小区',
} as const;
