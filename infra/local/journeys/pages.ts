import type { PageToSee } from './page-to-see';
import { volunteerPages } from './pages-volunteers';
import type { VolunteerSubjects } from './pages-volunteers';
import { votePages } from './pages-votes';
import type { VoteSubjects } from './pages-votes';
import type { Places } from './world';

interface Ids {
  /** Topics: gathering seconds, on an agenda, with a task that is late, done. */
  readonly gathering: string;
  readonly scheduled: string;
  readonly late: string;
  readonly done: string;
  /** Sessions: to come, and with its resolutions on public notice. */
  readonly called: string;
  readonly onNotice: string;
  readonly open: string;
  readonly resolved: string;
  readonly quoted: string;
  readonly company: string;
  readonly votes: VoteSubjects;
  readonly volunteers: VolunteerSubjects;
}

/** 首页 in either look: the table of four, or the big rows. */
const HOME = /按时办结|拍张照，说句话/;

const topic = (id: string): string => `council/pages/topic/index?id=${id}`;

/** The council, as residents, delegates, the chair and the street see it. */
const councilPages = ({ main }: Places, ids: Ids): readonly PageToSee[] => [
  { name: 'council-visitor', path: 'pages/council/index', until: '公示中' },
  { name: 'council', who: 'demo-resident', path: 'pages/council/index', until: '征集中' },
  { name: 'council-propose', who: 'demo-resident', path: 'council/pages/propose/index', until: '怎么回事，希望怎么办' },
  { name: 'council-topic-gathering', who: 'demo-steward', path: topic(ids.gathering), until: '从提出到办完' },
  { name: 'council-topic-scheduled', who: 'demo-resident', path: topic(ids.scheduled), until: '从提出到办完' },
  { name: 'council-topic-late', who: 'demo-manager', path: topic(ids.late), until: '从提出到办完', staff: true },
  { name: 'council-topic-done', who: 'demo-resident', path: topic(ids.done), until: '从提出到办完' },
  { name: 'council-mine', who: 'demo-resident', path: 'council/pages/mine/index', until: /附议/ },
  {
    name: 'council-record',
    who: 'demo-resident',
    path: `council/pages/record/index?topicId=${ids.late}`,
    until: '记录完整',
  },
  {
    name: 'council-session',
    who: 'demo-director',
    path: `council/pages/session/index?id=${ids.called}`,
    until: '全程记录与核验',
  },
  { name: 'council-notice', path: `council/pages/notice/index?id=${ids.onNotice}`, until: '打印公示（A4）' },
  { name: 'home-secretary', who: 'demo-secretary', path: 'pages/home/index', until: HOME },
  { name: 'council-desk', who: 'demo-secretary', path: 'council/pages/desk/index', until: '去主持', staff: true },
  {
    name: 'council-call',
    who: 'demo-secretary',
    path: `council/pages/call/index?compound=${main.id}`,
    until: '开会地点',
    staff: true,
  },
  {
    name: 'council-chair',
    who: 'demo-secretary',
    path: `council/pages/chair/index?id=${ids.called}`,
    until: '四方到场',
    staff: true,
    wall: true,
  },
  { name: 'council-rules', who: 'demo-secretary', path: 'council/pages/rules/index', until: '修改记录', staff: true },
  { name: 'council-below', who: 'demo-street', path: 'council/pages/below/index', until: /停在这一步/, staff: true },
];

/** Every page of the app, and the moments of the first ones that matter. */
export const pagesToSee = (places: Places, ids: Ids): readonly PageToSee[] => [
  { name: 'home-visitor', path: 'pages/home/index', until: HOME },
  { name: 'home', who: 'demo-resident', path: 'pages/home/index', until: HOME },
  { name: 'home-dispatcher', who: 'demo-dispatcher', path: 'pages/home/index', until: HOME },
  ...councilPages(places, ids),
  ...votePages(ids.votes),
  ...volunteerPages(ids.volunteers),
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
