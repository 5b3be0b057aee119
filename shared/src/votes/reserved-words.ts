import type { ReservedMatter } from './matters';

/**
 * The words by which matters of art. 278 are known, but for the maintenance fund's (`fund-words.ts`): as officials
 * write them and as neighbours say them. What is only looked after or told of every day is left to the council.
 */
const near = (a: string, b: string): RegExp =>
  new RegExp(`(?:${a})[^。；！？\\n]{0,14}(?:${b})|(?:${b})[^。；！？\\n]{0,14}(?:${a})`, 'u');

const FULL_NAMES = '物业服务企业|物业服务公司|物业公司|物业企业|管理人|新物业';
/** 物业 alone is the company too, unless something of it is meant: 物业费, 物业服务热线, 物业的灯. */
const COMPANY = '(?:新物业|管理人|物业(?=公司|企业|服务(?![中热电台站员用])|管理(?![员处用])|[来吧了呗啊，、,]|$))';
const REPLACES = '更换|换|撤换|辞退|辞掉|解聘|选聘|续聘|炒掉|赶走|请走|[另重再]选|另[请找]';
const ANOTHER = '(?:一|个|家|成|新|的|掉|好|别|其他|本小区|我们|现在|原来|这|那)*';
const SHOULD = '(?:该|应|当|要|得|必须|需|早|就|也|都|全|给|可以|能)+';
/** Nothing more is named that would be changed: 物业公司更换, but 物业公司更换门禁. */
const AND_NO_MORE = '(?=[。；！？，、\\n]|人|一?家|一?事|问题|方案|$)';
const HIRING = [
  `(?:${REPLACES})${ANOTHER}${COMPANY}`,
  // 更换现任物业公司, but 更换门锁请物业公司办.
  `(?:更换|撤换|换掉)[^。；！？，、,\\n由请让叫向给归]{0,8}(?:${FULL_NAMES})(?!的)`,
  `[把将]${ANOTHER}物业(?:公司)?(?:都|给|全)*(?:换(?![下上来])|炒|辞|赶|撤|解聘)`,
  `物业(?:公司|企业|服务企业|服务公司)?(?:${SHOULD}|的)?(?:更换|换)(?:了|掉)?吧?${AND_NO_MORE}`,
].join('|');

/** What of a lift is looked after every day, by whoever looks after it. */
const OF_A_LIFT =
  '摄|监控|阻|空调|语音|刷卡|门禁|按[钮键]|扶手|屏|五方|厅|间|内|里|口|旁|轿|导|灯|门|地|通风|风扇|广告';
const ADVERTS = '(?<!小)广告';
const EARNS = '出租|租给|招租|承包|经营';
const COMMON_PARTS =
  '共有部分|公共部位|公共区域|公共部分|绿地|绿化带|绿化|草坪|草地|中心花园|小花园|花坛|广场|空地|活动场地|架空层|外墙|楼道|电梯轿厢|屋顶|物业用房|道路';
const TURNS = '(?:改成|改为|改作|改做|改)';
const NEW_USE = '停车|车位|商铺|门面|店|仓库|库房|棋牌|麻将|办公|菜园|菜地|宿舍';
/** 绿地改成停车场 turns the part itself; 楼道灯改成声控灯 only what hangs in it. */
const TURNED = [
  `(?:${COMMON_PARTS})[^。；！？\\n]{0,8}${TURNS}[^。；！？\\n]{0,4}(?:${NEW_USE})`,
  `(?:${COMMON_PARTS})(?:都|全|的|一部分|部分|一半|一角|南侧|北侧|东侧|西侧)*(?:改成|改为|改作|改做)`,
].join('|');

/** The first that fits names the matter. */
export const SIGNS: readonly (readonly [ReservedMatter, RegExp])[] = [
  ['property-company-hiring', near('选聘|解聘|续聘|聘请|聘用|撤换|辞退|炒掉|赶走|引进', FULL_NAMES)],
  ['property-company-hiring', new RegExp(HIRING, 'u')],
  ['committee-election', near('选举|改选|重选|重新选|换届|罢免|更换|补选|推选|选出', '业委会|业主委员会')],
  ['committee-election', /选(?:新|出|好|一|个)*(?:业委会|业主委员会)/u],
  ['rules-of-procedure', near('制定|制订|修改|修订|通过|废止', '议事规则')],
  ['covenant', near('制定|制订|修改|修订|通过|废止', '管理规约|业主公约|管理公约')],
  ['rebuilding', /改建|重建|(?:加装|增设|增装|新装)[^。；！？\n]{0,6}电梯|加盖|扩建/u],
  ['rebuilding', new RegExp(`装(?![修饰潢])[^。；！？\\n]{0,6}电梯(?!${OF_A_LIFT})`, 'u')],
  ['common-parts-use', near(`${EARNS}|改变用途|${ADVERTS}|收费`, COMMON_PARTS)],
  ['common-parts-use', new RegExp(TURNED, 'u')],
  ['common-parts-use', near(ADVERTS, '电梯')],
  ['common-parts-use', near(EARNS, '车位|停车场')],
];
