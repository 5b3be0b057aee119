import { formatArea } from '@gongyi/shared/kernel/area';
import type { ColumnKind, RollFileWarning, RollLayout } from '@gongyi/shared/district/roll';
import type { PREVIEW_PARTS, PreviewRow } from '@gongyi/shared/district/roll-contract';

/** What the roll import says. */
export const COLUMN: Record<ColumnKind, string> = {
  building: '楼号',
  entrance: '单元',
  room: '房号',
  area: '建筑面积',
  owner: '业主姓名',
  idDigits: '证件号后几位',
  phone: '电话',
  coOwner: '共有人姓名',
  coOwnerIdDigits: '共有人证件号',
  coOwnerPhone: '共有人电话',
  sold: '是否售出',
  delivered: '是否交付',
  note: '备注',
};

export const WHY: Record<PreviewRow['why'][number], string> = {
  'area-missing': '没有面积',
  'area-unreadable': '面积看不懂',
  'area-not-positive': '面积不是正数',
  'area-implausible': '面积不像真的（应在 5 到 2000 平方米之间）',
  'area-conflict': '同一套房写了两个面积',
  'owner-missing': '没有业主姓名',
  'owner-unreadable': '业主姓名看不懂',
  'owner-conflict': '同一套房写了不同的业主，两行都没收',
  'status-conflict': '同一套房的售出、交付情况不一致',
  'room-missing': '没有房号',
  'room-unreadable': '房号看不懂',
  'room-clash': '房号和另一套分不开',
  repeat: '重复的一行，只算一次',
  'id-missing': '没有证件号，不会和别的房子并成一人',
  'id-unreadable': '证件号看不懂',
  'id-padded': '证件号前面的 0 可能丢了，已补上',
  'phone-unreadable': '电话看不懂',
  'phone-unmatched': '电话个数和业主人数对不上',
  'owners-unclear': '共有人分得不清楚',
  'before-header': '表头上面的说明',
  header: '表头',
  blank: '空行',
  total: '合计、小计',
  section: '分段标题',
  note: '说明文字',
};

export const PART: Record<(typeof PREVIEW_PARTS)[number], string> = {
  all: '全部',
  accepted: '收下',
  doubtful: '存疑',
  rejected: '没收',
  ignored: '跳过',
  changed: '有变化',
  missing: '表里没有',
};

export const CHANGE = { added: '新增', changed: '有变化', unchanged: '没变' } as const;

/** 58054.39 平方米 */
export const areaWords = (hundredths: number): string => `${formatArea(hundredths)} 平方米`;

export const warningWords = (warning: RollFileWarning): string => {
  switch (warning.why) {
    case 'total-differs':
      return `第 ${String(warning.line)} 行写的合计是 ${areaWords(warning.printed)}，按收下的行算是 ${areaWords(warning.accepted)}`;
    case 'count-differs':
      return `第 ${String(warning.line)} 行写的是 ${String(warning.printed)} 套，收下的是 ${String(warning.accepted)} 套`;
    case 'blanks-filled-down':
      return `${String(warning.count)} 个空的楼号、单元按上一行补上`;
    case 'other-sheet':
      return `没有读工作表“${warning.name}”${warning.hidden ? '（隐藏）' : ''},${String(warning.rows)} 行`;
  }
};

/** The columns as the server has them, for one kind changed. */
export const withColumn = (layout: RollLayout, kind: ColumnKind, column: number | undefined): RollLayout => {
  const others = Object.fromEntries(Object.entries(layout.columns).filter(([each]) => each !== kind));
  return { ...layout, columns: column === undefined ? others : { ...others, [kind]: column } };
};
