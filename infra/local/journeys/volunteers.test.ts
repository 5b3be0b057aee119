import { HOUR, MINUTE } from '@gongyi/shared/kernel/time';
import { getShift, listCertificates, listMyWishes, listShifts } from '@gongyi/shared/volunteers/contract';
import type { ShiftView } from '@gongyi/shared/volunteers/contract';
import { phoneOf } from '../demo/cast';
import { callAs } from './api';
import { lookAt } from './look';
import { photo } from './photo';
import { DESK, PHONE, returning } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** Volunteers find a shift, wait for a full one, come and go by the code, and show their hours; a wish comes true. */
const step = tellStory();
const stage = setStage();
const FULL = '雪后除冰';
const MISSING = '傍晚平安巡逻';
const WISH = '修好门口的扶手';
let family: Screen;
let neighbour: Screen;
let shiftId = '';

const app = (path: string): string => `${stage.world().system.appUrl}/${path}`;
const arrive = (who: string | undefined, size: typeof DESK | typeof PHONE = PHONE) => {
  const { system, places } = stage.world();
  const openid = who === undefined ? undefined : `demo-${who}`;
  return returning(stage.browser(), system, openid, { size, compoundId: places.main.id });
};
const as = (who: string) => callAs(stage.world().system, `demo-${who}`);
/** Time moves on; who is told of it has been told. */
const until = async (at: number): Promise<void> => {
  const { system } = stage.world();
  const now = await system.clock.now();
  if (at > now) await system.clock.shift(at - now);
  await system.settle();
};
/** The shift of that title around the main compound. */
const shiftOf = async (title: string): Promise<ShiftView> => {
  const { places } = stage.world();
  const caller = await as('steward');
  const { items } = await caller.send(listShifts, { params: { placeId: places.main.id }, query: { limit: '50' } });
  const row = items.find((one) => one.title === title);
  if (row === undefined) throw new Error(`no shift ${title}`);
  return caller.send(getShift, { params: { shiftId: row.id } });
};
const stateOf = async (who: string): Promise<string | undefined> => {
  const view = await (await as(who)).send(getShift, { params: { shiftId } });
  return view.slots[0]?.mine?.state;
};
/** Pages are pictured, and nothing is held against them. */
const pictured = async (screen: Screen, name: string): Promise<void> => {
  expect(await lookAt(screen, `volunteers-${name}`)).toEqual([]);
};

step('is found where people are missing, and taken by one tap and one more', async () => {
  const resident = await arrive('resident');
  await resident.open(app('pages/volunteers/index'));
  await resident.see('还差 3 人');
  await pictured(resident, 'this-week');
  await resident.tap(new RegExp(MISSING));
  await resident.tap('我要报名');
  await pictured(resident, 'sign-up');
  await resident.tap('我要报名');
  await resident.see('已报上');
  await pictured(resident, 'signed-up');
  const { missing } = await shiftOf(MISSING);
  expect(missing).toBe(2);
});

step('is full: the next one waits, with their number', async () => {
  ({ id: shiftId } = await shiftOf(FULL));
  neighbour = await arrive('neighbour2');
  await neighbour.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await neighbour.tap('排候补');
  await neighbour.see(/现在满员/);
  await neighbour.tap('排候补');
  await neighbour.see('您排在第 2 位');
  await pictured(neighbour, 'waitlist');
});

step('becomes free for who waited first, who is told and takes it', async () => {
  const resident = await arrive('resident');
  await resident.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await resident.tap('取消报名');
  await resident.see('名额会让给候补的人。');
  await resident.tap('取消报名');
  await resident.see('我要报名');
  await stage.world().system.settle();
  expect([await stateOf('resident'), await stateOf('family'), await stateOf('neighbour2')]).toEqual([
    'cancelled',
    'offered',
    'waiting',
  ]);
  family = await arrive('family');
  await family.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await family.see(/有名额了/);
  await pictured(family, 'offered');
  await family.tap('要这个名额');
  await family.see('已报上');
  await neighbour.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await neighbour.see('您排在第 1 位');
});

step('is checked in to by the code on the leader’s screen, and not by one of another day', async () => {
  const [slot] = (await shiftOf(FULL)).slots;
  await until((slot?.startsAt ?? 0) - 20 * MINUTE);
  const desk = await arrive('steward', DESK);
  await desk.open(app(`volunteers/pages/lead/index?id=${shiftId}`));
  const code = async (): Promise<string> =>
    (await desk.page.locator('.rotating-code').getAttribute('aria-label', { timeout: 20_000 })) ?? '';
  const first = await code();
  await pictured(desk, 'lead');
  await family.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await family.tap('扫码签到');
  await family.type('队长屏幕上的数字', first === '000000' ? '111111' : '000000');
  await family.tap('签到');
  await family.see(/签到码|数字不对|过期/);
  await family.type('队长屏幕上的数字', await code());
  await pictured(family, 'check-in');
  await family.tap('签到');
  await family.see('已签到');

  await until((slot?.startsAt ?? 0) + HOUR);
  await family.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await desk.open(app(`volunteers/pages/lead/index?id=${shiftId}`));
  await family.tap('扫码签退');
  await family.type('队长屏幕上的数字', first);
  await family.tap('签退');
  await family.see(/签到码|数字不对|过期/);
  await family.type('队长屏幕上的数字', await code());
  await family.tap('签退');
  await family.see(/记时长 1 小时/);
  await pictured(family, 'went');
});

step('is in the record of hours, and on a certificate that a stranger can check', async () => {
  await stage.world().system.settle();
  await family.open(app('volunteers/pages/hours/index'));
  await family.see(FULL);
  await family.see(/提前离开/);
  await pictured(family, 'hours');
  await family.tap('开志愿服务证明');
  await family.tap('开一份证明');
  await family.see('开过的证明');
  await pictured(family, 'certificates');
  const { items } = await (await as('family')).send(listCertificates);
  const stranger = await arrive(undefined);
  await stranger.open(app('volunteers/pages/certificate/index'));
  await stranger.type('核对码', items[0]?.code ?? '');
  await stranger.tap('核对');
  await stranger.see('这份证明是真的');
  await stranger.see('王示例');
  await pictured(stranger, 'certificate');
  await stranger.type('核对码', 'FORGED0000000000');
  await stranger.tap('核对');
  await stranger.see(/没有这份证明/);
});

step('is wished by staff for somebody old, claimed by a neighbour, and comes true', async () => {
  const worker = await arrive('worker');
  await worker.open(app('volunteers/pages/post-wish/index?for=another'));
  await worker.type('心愿人姓名', '何样本');
  await worker.type('心愿人电话', phoneOf('elder'));
  await worker.tap('小修小补');
  await worker.type('心愿，一句话', WISH);
  await worker.type('说说缘由，怎么才算圆了', '单元门口的扶手松了，老人上台阶抓不住，想请人拧紧。');
  await pictured(worker, 'post-wish');
  await worker.tap('许下心愿');
  await worker.see(WISH);
  await stage.world().system.settle();
  const { items } = await (await as('worker')).send(listMyWishes);
  const wishId = items.find(({ title }) => title === WISH)?.id ?? '';
  const page = app(`volunteers/pages/wish/index?id=${wishId}`);
  await worker.open(page);
  await worker.tap('核实了，公开征认领');
  await worker.see('等人认领');

  await neighbour.open(page);
  await neighbour.tap('我来圆这个心愿');
  await neighbour.tap('我来圆这个心愿');
  await neighbour.see('正在办');
  await pictured(neighbour, 'claimed');
  await neighbour.tap('心愿实现了');
  await neighbour.give(/加照片/, photo('lamp-broken'));
  await neighbour.one(/^照片 1$/);
  await neighbour.type('怎么实现的', '拧紧了四颗螺丝，还打了一道胶。');
  await neighbour.tap('心愿实现了');
  await neighbour.see('已实现');
  await pictured(neighbour, 'fulfilled');
  await worker.open(page);
  await worker.see('已实现');
});
