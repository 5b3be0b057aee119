export const TAB_NAMES = { home: '首页', council: '议事', requests: '报事', volunteers: '志愿', me: '我的' } as const;
export type TabName = keyof typeof TAB_NAMES;
