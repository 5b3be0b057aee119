import type { Standing } from '@gongyi/shared/kernel/authority';
import { maskName } from './mask-name';
import { namesOf } from './names';

/** How an official who changed a rules template is named in its history: 社区书记 陈**. */
export const rulesMaker = async (personId: string, { role }: Standing): Promise<string> => {
  const name = maskName((await namesOf([personId])).get(personId));
  return `${role === 'street-officer' ? '街道' : '社区书记'} ${name}`;
};
