/** What the district's screens say. */
export const PLACE_SHEET = {
  back: '返回上一级',
  here: '就选这里',
  empty: '这里还没有登记楼栋。可以直接选上一级，再写清具体位置。',
} as const;
