import type { HotlineRow } from '@gongyi/shared/requests/contract';
import { refusalWords } from '../platform';
import { isRefusalCode } from '@gongyi/shared/kernel/refusal';

/** What the hotline's lists say. */
export const HOTLINE_WHY: Record<NonNullable<HotlineRow['why']>, string> = {
  'number-missing': '没有工单编号',
  'number-repeated': '编号和上面的一行重复',
  'words-missing': '没有诉求内容',
  'place-unmatched': '地址不像这个小区的',
  'building-unknown': '小区里没有这栋楼',
};

export const HOTLINE_DOUBT: Record<HotlineRow['doubts'][number], string> = {
  'compound-only': '没写楼号，按小区公共部位登记',
  'category-guessed-other': '看不出类别，先按其他登记',
  'due-missing': '没有办结时限，按类别的时限算',
};

export const HOTLINE_IS = { ready: '可以登记', filed: '登记过了', rejected: '没收' } as const;

export const refusedWords = (code: string): string =>
  isRefusalCode(code) ? refusalWords({ refused: code, facts: {} }) : '没有登记成';

export const HOTLINE = {
  title: '12345 工单',
  introTitle: '用热线派下来的表格就行',
  intro:
    '列名怎么叫都可以，系统按楼号、单元、房号找地点，按内容猜类别。登记前每一行都能看到收没收、为什么；同一个工单编号只登记一次。',
  pick: '选热线工单表（xlsx、csv）',
  again: '换一个文件',
  compound: '哪个小区的工单',
  noCompound: '点这里选小区',
  outTitle: '导出工单',
  outHint: '编号、热线工单号、类别、地点、办理单位、状态、时限和评价；没有姓名、电话和房号。',
  from: '从哪天',
  until: '到哪天',
  out: '导出 xlsx',
  outEmpty: '这段时间没有工单',
  outFailed: '表格没有取到，再试一次',
} as const;
