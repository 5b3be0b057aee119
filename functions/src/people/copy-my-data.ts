import { copyMyData as route } from '@gongyi/shared/people/contract';
import type { RouteInput, RouteReply } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { isoDate } from '@gongyi/shared/kernel/time';
import { on } from '../platform/router';
import type { Bound, Call } from '../platform/router';
import { allAccessOf } from './access-store';
import { asSeen, bindingsOf } from './binding-store';
import { grantsOf } from './grant-store';
import { findPerson } from './person-store';
import { openPhone } from './phone-store';

/** The words a person reads; the copy is for them, not for a program. */
const RELATION = { owner: '业主', family: '家人', tenant: '租户' } as const;
const STATE = { claimed: '待核实', verified: '已核实', refused: '未通过', ended: '已结束' } as const;
const CONSENT = {
  privacy: '隐私保护指引',
  'publish-name': '公示姓名',
  'share-with-holders': '向办理单位提供联系方式',
  subscribe: '接收订阅消息',
} as const;

const term = (from: number, until?: number): string =>
  `${isoDate(from)} 起${until === undefined ? '' : `,至 ${isoDate(until)}`}`;

type Copy = RouteReply<typeof route>;

/** What another slice stores about a person, in plain words. */
export type CopySource = (personId: string, now: number) => Promise<Copy['sections']>;

/** The route, with what every slice of `sources` knows; bound where all slices are known. */
export const copyRoute = (sources: readonly CopySource[]): Bound =>
  on(route, (input, call) => copyMyData(input, call, sources));

/** A copy in plain words of what is stored about the asker (PIPL art. 45), phone number in full. */
const copyMyData = async (
  _input: RouteInput<typeof route>,
  { who: { personId }, now }: Call,
  sources: readonly CopySource[],
): Promise<Copy | Refusal> => {
  const [person, bindings, grants, looks] = await Promise.all([
    findPerson(personId),
    bindingsOf(personId),
    grantsOf(personId),
    allAccessOf(personId),
  ]);
  if (person === undefined) return refuse('not-found');
  const phone = await openPhone(person);
  const size = { standard: '标准', large: '大', largest: '特大' }[person.textSize];
  const sections = [
    {
      title: '个人信息',
      lines: [
        `姓名：${person.name ?? '未填写'}`,
        `手机号：${phone ?? '未绑定'}`,
        `微信账号标识：${person.openid}`,
        `注册日期：${isoDate(person.createdAt)}`,
        `字号：${size};长辈版：${person.elderMode ? '已开启' : '未开启'}`,
      ],
    },
    {
      title: '我的同意',
      lines: person.consents.map(
        ({ kind, given, version, at }) => `${CONSENT[kind]}(${version}版):${given ? '同意' : '已撤回'},${isoDate(at)}`,
      ),
    },
    {
      title: '我的房屋',
      lines: bindings.map((binding) => {
        const { homeName, relation, state, since, until } = asSeen(binding, now);
        return `${homeName},${RELATION[relation]},${STATE[state]}，登记姓名 ${binding.name || '未填写'},${term(since, until)}`;
      }),
    },
    {
      title: '我的身份',
      lines: grants.map(({ scopeName, role, from, until }) => `${scopeName},${role},${term(from, until)}`),
    },
    {
      title: '谁查看过我的信息',
      lines: looks.map(({ entry }) => `${isoDate(entry.at)},${entry.role},${entry.what},${entry.place ?? ''}`),
    },
  ];
  const others = await Promise.all(sources.map((source) => source(personId, now)));
  return { madeAt: now, sections: [...sections, ...others.flat()] };
};
