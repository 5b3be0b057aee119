import { DAY, HOUR, MINUTE, isoDate } from '@gongyi/shared/kernel/time';
import {
  addHours,
  checkCertificate,
  checkIn,
  correctHours,
  getCertificateSheet,
  getCheckInCodes,
  getMyHours,
  getShift,
  listCertificates,
  listMyWishes,
  listShifts,
  makeCertificate,
  makeShift,
  markPresence,
  signUp,
} from '@gongyi/shared/volunteers/contract';
import type { ShiftView } from '@gongyi/shared/volunteers/contract';
import { phoneOf } from '../demo/cast';
import { callAs } from './api';
import type { Caller } from './api';
import { picturedIn } from './look';
import { photo } from './photo';
import { DESK, PHONE } from './screen';
import type { Screen } from './screen';
import { setStage } from './stage';
import { tellStory } from './story';

/** Volunteers find a shift, wait for a full one, come and go by the code, and show their hours; a wish comes true. */
const step = tellStory();
const stage = setStage();
const { arrive, until } = stage;
const FULL = '雪后除冰';
const MISSING = '傍晚平安巡逻';
const WISH = '修好门口的扶手';
const CODE = '队长屏幕上的签到码';
const CODE_WRONG = /签到码不对或已换新/;
let family: Screen;
let neighbour: Screen;
let shiftId = '';

const app = (path: string): string => `${stage.world().system.appUrl}/${path}`;
const as = (who: string) => callAs(stage.world().system, `demo-${who}`);
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
const pictured = picturedIn('volunteers');

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

  const elder = await arrive('elder', PHONE, { elder: true });
  await elder.open(app('pages/volunteers/index'));
  await elder.see('还差 2 人');
  await pictured(elder, 'this-week.elder');
  await elder.tap(new RegExp(MISSING));
  await elder.see('时段和岗位');
  await pictured(elder, 'shift.elder');
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
  await resident.see('排候补');
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
  await desk.see('已满，1 人候补 · 到了 0 / 4');
  await pictured(desk, 'lead');
  await family.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await family.tap('扫码签到');
  await family.type(CODE, first === '000000' ? '111111' : '000000');
  await family.tap('签到');
  await family.see(CODE_WRONG);
  await pictured(family, 'check-in');
  await family.type(CODE, await code());
  await family.tap('签到');
  await family.see('已签到');

  await until((slot?.startsAt ?? 0) + HOUR);
  await family.open(app(`volunteers/pages/shift/index?id=${shiftId}`));
  await desk.open(app(`volunteers/pages/lead/index?id=${shiftId}`));
  await family.tap('扫码签退');
  await family.type(CODE, first);
  await family.tap('签退');
  await family.see(CODE_WRONG);
  await family.type(CODE, await code());
  await family.tap('签退');
  await family.see(/记时长 1 小时/);
  await family.see('已签退');
  await pictured(family, 'went');
});

step('is in the record of hours, and on a certificate that a stranger can check', async () => {
  await stage.world().system.settle();
  await family.open(app('pages/volunteers/index'));
  await family.see(/^今年 1 小时.* · 1 次$/);
  await family.see('放学后陪写作业');
  expect(await family.has('去签退')).toBe(false);
  await pictured(family, 'mine');
  await family.tap('时长与证明');
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
  const worker = await arrive('worker', DESK);
  await worker.open(app('volunteers/pages/desk/index'));
  await worker.tap('替人许心愿');
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
  await worker.open(app('volunteers/pages/desk/index'));
  await worker.see(WISH);
  await pictured(worker, 'desk.wide');
  await worker.tap(new RegExp(WISH));
  await worker.tap('核实了，公开征认领');
  await worker.see('等人认领');

  // Whoever writes is one that WeChat saw today: its checks refuse others.
  neighbour = await arrive('neighbour2');
  await neighbour.open(app('pages/volunteers/index'));
  await neighbour.tap('微心愿');
  await neighbour.see(WISH);
  await pictured(neighbour, 'wishes');
  await neighbour.tap(new RegExp(WISH));
  await neighbour.tap('我来圆这个心愿');
  await neighbour.tap('我来圆这个心愿');
  await neighbour.see('正在办');
  await neighbour.tap('怎么联系心愿人');
  await neighbour.see('何样本');
  await pictured(neighbour, 'claimed');
  await neighbour.tap('心愿实现了');
  await neighbour.give(/加照片/, photo('pipe-mended'));
  await neighbour.one(/^照片 1$/);
  await neighbour.type('怎么实现的', '拧紧了四颗螺丝，还打了一道胶。');
  await neighbour.tap('心愿实现了');
  await neighbour.see('已实现');
  await stage.world().system.settle();
  await neighbour.open(page);
  await neighbour.see('拧紧了四颗螺丝，还打了一道胶。');
  await pictured(neighbour, 'fulfilled');
  await worker.open(page);
  await worker.see('已实现');
  await worker.see('拧紧了四颗螺丝，还打了一道胶。');
  await worker.one(/^照片 1$/);
  await pictured(worker, 'fulfilled.wide');
  const elder = await arrive('elder', PHONE, { elder: true });
  await elder.open(page);
  await elder.see('已实现');
  await pictured(elder, 'fulfilled.elder');
});

/** What the leader's screen holds for the next ten minutes. */
const codesOf = async (leader: Caller, id: string): Promise<string[]> =>
  (await leader.send(getCheckInCodes, { params: { shiftId: id } })).codes.map((each) => each.code);
const teamOf = async (leader: Caller): Promise<string> => (await leader.send(getShift, { params: { shiftId } })).teamId;
const refusedAs = (code: string) => ({ code });

/** Codes count at their own shift and in their own half minute, for who is on its list. */
const codesOfElsewhere = async (leader: Caller, patrolman: Caller, attacker: Caller): Promise<void> => {
  const { main } = stage.world().places;
  const [patrol, teamId] = [await shiftOf(MISSING), await teamOf(leader)];
  const [today, tomorrow] = [patrol.startsAt, patrol.startsAt + DAY] as const;
  const comes = (who: Caller, id: string, slotId: string, code = '') =>
    who.send(checkIn, { params: { shiftId: id }, body: { slotId, code } });
  const twin = await leader.send(makeShift, {
    params: { teamId },
    body: {
      title: '收拾活动室',
      words: '擦桌子，归置椅子。',
      spot: '社区活动室',
      meeting: '社区活动室门口',
      placeId: main.id,
      slots: [today, tomorrow].map((startsAt) => ({
        startsAt,
        endsAt: startsAt + HOUR,
        roles: [{ name: '收拾', places: 2 }],
      })),
      opensAt: today - 3 * DAY,
      closesAt: today,
      cancelUntil: today,
    },
  });
  await attacker.send(signUp, { params: { shiftId: twin.id }, body: { slotId: 's2', roleId: 'r1' } });

  await until(today - 20 * MINUTE);
  const photographed = await codesOf(leader, twin.id);
  await expect(comes(patrolman, patrol.id, 's1', photographed[0])).rejects.toMatchObject(
    refusedAs('check-in-code-wrong'),
  );
  await expect(comes(attacker, twin.id, 's1', photographed[0])).rejects.toMatchObject(refusedAs('not-signed-up'));
  await expect(comes(attacker, twin.id, 's2', photographed[0])).rejects.toMatchObject(refusedAs('check-in-not-open'));
  await expect(codesOf(attacker, twin.id)).rejects.toMatchObject(refusedAs('not-found'));

  await until(tomorrow - 20 * MINUTE);
  for (const code of photographed.slice(0, 3))
    await expect(comes(attacker, twin.id, 's2', code)).rejects.toMatchObject(refusedAs('check-in-code-wrong'));
  const self = { params: { shiftId: twin.id }, body: { slotId: 's2', volunteerId: leader.personId, what: 'in' } };
  await expect(leader.send(markPresence, self)).rejects.toMatchObject(refusedAs('own-hours'));
};

/** Nobody writes their own hours: not who served them, not who leads the team. */
const hoursOfOnesOwn = async (leader: Caller, attacker: Caller): Promise<void> => {
  const before = await attacker.send(getMyHours);
  const [entry] = before.items;
  const teamId = await teamOf(leader);
  const edit = { params: { volunteerId: attacker.personId, entryId: entry?.id ?? '' } };
  const more = { seen: entry?.standing ?? 0, minutes: 600, reason: '其实干了一整天' };
  const added = (volunteerId: string) => {
    const date = isoDate(entry?.servedAt ?? 0);
    return { params: { teamId }, body: { volunteerId, minutes: 600, date, title: '值班', reason: '忘了签到' } };
  };
  await expect(attacker.send(correctHours, { ...edit, body: more })).rejects.toMatchObject(refusedAs('not-found'));
  await expect(attacker.send(addHours, added(attacker.personId))).rejects.toMatchObject(refusedAs('not-found'));
  await expect(leader.send(addHours, added(leader.personId))).rejects.toMatchObject(refusedAs('own-hours'));
  expect((await attacker.send(getMyHours)).sum).toEqual(before.sum);
};

/** A certificate is known by its code alone, and is its owner's. */
const forgedPapers = async (owner: Caller, forger: Caller): Promise<void> => {
  const [made] = (await owner.send(listCertificates)).items;
  const { code = '', number = '' } = made ?? {};
  const nearly = code.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
  for (const forged of [number, nearly, `${code}0`, 'FORGED0000000000'])
    await expect(forger.send(checkCertificate, { params: { code: forged } })).rejects.toMatchObject(
      refusedAs('not-found'),
    );
  await expect(forger.send(getCertificateSheet, { params: { code } })).rejects.toMatchObject(refusedAs('not-found'));
  await expect(forger.send(makeCertificate, { body: {} })).rejects.toMatchObject(refusedAs('no-hours'));
  expect(await forger.send(checkCertificate, { params: { code } })).toMatchObject({ sum: made?.sum, corrected: false });
};

step('gives an attacker nothing: codes of elsewhere and of yesterday, hours of one’s own, forged papers', async () => {
  const [leader, patrolman, attacker] = await Promise.all([as('steward'), as('resident'), as('family')]);
  await codesOfElsewhere(leader, patrolman, attacker);
  await hoursOfOnesOwn(leader, attacker);
  await forgedPapers(attacker, await as('neighbour2'));
});
