import type { Places } from './world';

/** Whose eyes a page is seen with: an account of the demonstration, or nobody's. */
export interface PageToSee {
  /** Names its pictures; stable, so that two runs can be laid side by side. */
  readonly name: string;
  readonly who?: string;
  readonly path: string;
  /** Words that are there once the page is complete. */
  readonly until: string | RegExp;
  /** Also looked at 1280 wide. */
  readonly staff?: boolean;
}

interface Ids {
  readonly open: string;
  readonly resolved: string;
  readonly quoted: string;
  readonly company: string;
}

/** 首页 in either look: the table of four, or the big rows. */
const HOME = /按时办结|拍张照，说句话/;

/** Every page of the app, and the moments of the first ones that matter. */
export const pagesToSee = (places: Places, ids: Ids): readonly PageToSee[] => [
  { name: 'home-visitor', path: 'pages/home/index', until: HOME },
  { name: 'home', who: 'demo-resident', path: 'pages/home/index', until: HOME },
  { name: 'home-dispatcher', who: 'demo-dispatcher', path: 'pages/home/index', until: HOME },
  { name: 'council', path: 'pages/council/index', until: '四方' },
  { name: 'volunteers', path: 'pages/volunteers/index', until: '志愿' },
  { name: 'requests', who: 'demo-resident', path: 'pages/requests/index', until: /还剩|待您确认/ },
  { name: 'requests-visitor', path: 'pages/requests/index', until: '登录看看' },
  { name: 'file', who: 'demo-resident', path: 'requests/pages/file/index', until: '先拍张照片' },
  { name: 'detail-open', who: 'demo-resident', path: `requests/pages/detail/index?id=${ids.open}`, until: '办理过程' },
  {
    name: 'detail-resolved',
    who: 'demo-resident',
    path: `requests/pages/detail/index?id=${ids.resolved}`,
    until: '办理过程',
  },
  {
    name: 'detail-quoted',
    who: 'demo-neighbour3',
    path: `requests/pages/detail/index?id=${ids.quoted}`,
    until: '办理过程',
  },
  { name: 'me-visitor', path: 'pages/me/index', until: '微信登录' },
  { name: 'me', who: 'demo-resident', path: 'pages/me/index', until: '隐私与个人信息' },
  { name: 'me-worker', who: 'demo-worker', path: 'pages/me/index', until: '我的工作', staff: true },
  { name: 'homes', who: 'demo-resident', path: 'people/pages/homes/index', until: '您是业主' },
  { name: 'claim', who: 'demo-resident', path: 'people/pages/claim/index', until: '您和这套房子的关系' },
  { name: 'join', who: 'demo-resident', path: 'people/pages/join/index', until: '邀请码' },
  { name: 'scan', who: 'demo-resident', path: 'people/pages/scan/index', until: '没有读到登录码' },
  { name: 'privacy', who: 'demo-resident', path: 'people/pages/privacy/index', until: '注销账号' },
  { name: 'access', who: 'demo-resident', path: 'people/pages/access/index', until: /查看了|还没有人/ },
  { name: 'inbox', who: 'demo-resident', path: 'notices/pages/inbox/index', until: '已接单' },
  { name: 'pick-compound', path: 'district/pages/pick-compound/index', until: places.main.name },
  {
    name: 'workbench',
    who: 'demo-dispatcher',
    path: 'requests/pages/workbench/index',
    until: /未派单|师傅/,
    staff: true,
  },
  {
    name: 'workbench-open',
    who: 'demo-dispatcher',
    path: `requests/pages/workbench/index?id=${ids.open}`,
    until: '办理过程',
    staff: true,
  },
  {
    name: 'technician',
    who: 'demo-technician1',
    path: 'requests/pages/technician/index',
    until: '看详情',
    staff: true,
  },
  {
    name: 'phone-order',
    who: 'demo-dispatcher',
    path: `requests/pages/phone-order/index?organisation=${ids.company}`,
    until: '来电号码',
    staff: true,
  },
  { name: 'supervise', who: 'demo-worker', path: 'requests/pages/supervise/index', until: '内容核验', staff: true },
  { name: 'grants', who: 'demo-manager', path: 'people/pages/grants/index', until: '收回', staff: true },
  { name: 'claims', who: 'demo-worker', path: 'people/pages/claims/index', until: /袁|没有等待/, staff: true },
  { name: 'codes', who: 'demo-manager', path: 'district/pages/codes/index', until: '做一个新码', staff: true },
  {
    name: 'roll-import',
    who: 'demo-admin',
    path: `district/pages/roll-import/index?compound=${places.sampleB.id}`,
    until: '用物业现成的表格就行',
    staff: true,
  },
];
