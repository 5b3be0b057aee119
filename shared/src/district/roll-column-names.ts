import type { ColumnKind } from './roll';
import { plainText } from './roll-text';

/**
 * What header cells call each kind of column. The first pattern that fits decides, so the narrow ones
 * (身份证, 电话) stand before the wide ones (业主, 房屋). `weight` ranks several columns of one kind: the
 * register's area before the survey's before the contract's (Civil Code art. 278 as practised).
 */
interface Name {
  readonly kind: ColumnKind | 'other';
  readonly pattern: RegExp;
  readonly weight: number;
}

const CO = /^(?:共有|共同|配偶|其他|第二)|(?:业主|产权人|所有权人|姓名)[2二]/;

const NAMES: readonly Name[] = [
  { kind: 'area', weight: 6, pattern: /(?:产权|登记|产证|不动产|房本|证载|权证).{0,4}面积/ },
  // Columns that carry a telling word of another kind.
  {
    kind: 'other',
    weight: 1,
    pattern:
      /序号|^序$|^no\.?$|产权证|不动产权?证|房产证|权证|证书|(?:类型|类别|性质|用途|性别|年龄|民族|关系|份额|比例)$|(?:付款|缴费|购房)方式|^(?:户型|朝向|结构)|紧急|日期|时间|年月|金额|单价|总价|总层|欠费|物业费|车牌/,
  },
  {
    kind: 'other',
    weight: 1,
    pattern:
      /套内|公摊|分摊|使用面积|实用面积|花园面积|阳台|车位面积|车库面积|地下室面积|储藏室面积|附属|小房面积|占地/,
  },
  {
    kind: 'idDigits',
    weight: 3,
    pattern: /身份证|证件号|证件(?:后|末|尾)|证件$|公民身份|^[后末尾][六6四4]位|^id(?:no|号)?$|证号/,
  },
  { kind: 'phone', weight: 3, pattern: /手机|电话|联系方式|联络方式|移动电话|^联系$|^号码$|tel|phone|mobile/ },
  { kind: 'sold', weight: 3, pattern: /是否(?:已)?(?:售|出售|售出|销售)|(?:销售|售出|出售|售房)(?:状态|情况|与否)?$/ },
  { kind: 'delivered', weight: 3, pattern: /交付|交房|收房|交楼/ },
  { kind: 'area', weight: 5, pattern: /建筑面积|^建面|专有.{0,4}面积/ },
  { kind: 'area', weight: 4, pattern: /(?:实测|测绘|测量).{0,4}面积/ },
  { kind: 'area', weight: 3, pattern: /^(?:房屋|房产|住宅|住房|房间|总)?面积(?:数)?$/ },
  { kind: 'area', weight: 2, pattern: /面积|平米|平方米?|^m2$|㎡/ },
  { kind: 'owner', weight: 6, pattern: /(?:产权|所有权|不动产权利|房屋权利|权利|所有)人(?:姓名|名称)?$/ },
  { kind: 'owner', weight: 5, pattern: /^(?:房屋)?业主(?:姓名|名称|名|名字|\(.*\))?$|^业主.{0,4}(?:姓名|名称)$/ },
  {
    kind: 'owner',
    weight: 4,
    pattern: /户主|房主|买受人|购房人|购房者|买方|产权人|所有权人|权利人|业主(?!类|情|信|意)/,
  },
  { kind: 'owner', weight: 3, pattern: /^(?:客户)?(?:姓名|名字)$|客户名称|住户(?:姓名)?$/ },
  { kind: 'owner', weight: 1, pattern: /^(?:单位)?名称$/ },
  { kind: 'other', weight: 1, pattern: /^(?:所在)?(?:楼层|层|层数|层次|层号)$|^所在层/ },
  {
    kind: 'room',
    weight: 6,
    pattern: /^(?:房|室|房间|户|房屋|户室|门牌|房屋编|房号|单元房|室)号(?:码)?$|^房(?:屋)?编号$|^门牌(?:号|号码)?$/,
  },
  {
    kind: 'building',
    weight: 5,
    pattern:
      /^(?:所在|所属)?(?:楼栋|楼号|栋号|幢号|座号|楼座|楼幢|楼宇|栋|幢|座|楼|大楼|楼房|几号楼|楼栋号|楼幢号|楼座号|楼宇号|号楼|楼名|栋楼|自然幢号?|逻辑幢号?)(?:号|编号|名称)?$/,
  },
  { kind: 'building', weight: 4, pattern: /^(?:楼栋|楼号|栋号|幢号|座号|楼|栋|幢)单元号?$/ },
  { kind: 'room', weight: 5, pattern: /单元号?(?:房|室|户)号?$/ },
  { kind: 'building', weight: 4, pattern: /^(?:楼|栋|幢|座)\(.*\)$/ },
  {
    kind: 'entrance',
    weight: 5,
    pattern: /^(?:所在|所属)?(?:单元|门|梯|门洞|单元门|门栋|梯号|门号|单元号|楼门|门洞号|楼梯)(?:号|编号|名称)?$/,
  },
  {
    kind: 'room',
    weight: 4,
    pattern: /房号|室号|门牌|房间|户号|楼室|楼房号|房屋(?:编号|代码|编码|号)|户室|^房屋?$|^室$|^户$|户名称/,
  },
  { kind: 'room', weight: 3, pattern: /坐落|座落|地址|住址|位置|户址|物业名称|房产|房屋(?!状)/ },
  { kind: 'note', weight: 3, pattern: /备注|附注|说明/ },
  { kind: 'note', weight: 2, pattern: /状态|情况|房态/ },
];

const CO_KIND: Partial<Record<ColumnKind, ColumnKind>> = {
  owner: 'coOwner',
  idDigits: 'coOwnerIdDigits',
  phone: 'coOwnerPhone',
};

/** A header cell brought to one spelling: units, notes in brackets, line breaks and signs removed. */
const plainHeader = (raw: string): string =>
  plainText(raw)
    .replace(/[\s*:/-]/g, '')
    .toLowerCase();

const withoutBrackets = (header: string): string => header.replace(/[([【（][^)\]】）]*[)\]】）]?/g, '');

export interface HeaderMeaning {
  readonly kind: ColumnKind | 'other';
  readonly weight: number;
}

/** The kind a header cell names; undefined for words that name none, and for sentences (titles, notes). */
export const headerMeaning = (raw: string): HeaderMeaning | undefined => {
  const full = plainHeader(raw);
  const bare = withoutBrackets(full);
  if (bare === '' ? full.length > 8 : bare.length > 14 || full.length > 40) return undefined;
  const words = bare === '' ? full : bare;
  // 105.30平米 or 已交付 is what stands below a header.
  if (/\d\d|^\d|^[已未]/.test(words)) return undefined;
  const found = NAMES.find(({ pattern }) => pattern.test(words));
  if (!found) return CO.test(words) ? { kind: 'coOwner', weight: 2 } : undefined;
  const co = found.kind !== 'other' && CO.test(words) ? CO_KIND[found.kind] : undefined;
  return { kind: co ?? found.kind, weight: found.weight };
};
