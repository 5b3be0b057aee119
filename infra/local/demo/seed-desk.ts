import { makeCode } from '@gongyi/shared/district/contract';
import { addSubscriptions } from '@gongyi/shared/notices/contract';
import { saveTemplate } from '@gongyi/shared/requests/contract';
import { livelyCompounds } from './cast';
import type { CastKey } from './cast';
import type { PlannedPlaces } from './plan-places';
import { inPool } from './pool';
import type { Telling } from './telling';

const TEMPLATES = [
  ['已接单', '您好，您的报事已接单，师傅会先电话联系您约时间。'],
  ['配件在途', '需要更换配件，配件预计后天到，到货当天上门，请谅解。'],
  ['已完工请确认', '已处理完毕，照片见进展。请您看一下，没修好可以直接点「没修好，重新办理」。'],
  ['属于公共部位', '这里属于全体业主共有部分，需要业主大会决定，我们已转告业委会。'],
] as const;

const CODES = [
  ['entrance', 'b1.e1', '1号楼1单元'],
  ['entrance', 'b1.e2', '1号楼2单元'],
  ['entrance', 'b2.e1', '2号楼1单元'],
  ['entrance', 'b3.e2', '3号楼2单元'],
  ['lift', 'b1.e1', '1号楼1单元电梯'],
  ['facility', '', '健身广场'],
] as const;

const ALLOWED: readonly (readonly [CastKey, readonly string[]])[] = [
  ['resident', ['request-progress', 'visit-reminder']],
  ['dispatcher', ['new-order']],
  ['technician1', ['new-order']],
  ['tenant', ['claim-result']],
];

/** What the property company's desk has ready: reply templates and printed codes; and messages people allow. */
export const seedDesk = async (telling: Telling, plan: PlannedPlaces, companyId: string): Promise<void> => {
  const { client, once, phones, token } = telling;
  const { main } = livelyCompounds(plan);
  await inPool(TEMPLATES, 4, async ([title, words]) => {
    await once(
      `template ${title}`,
      () => ({ title, words }),
      async (body, name) => {
        const params = { organisationId: companyId };
        return (await client.send(saveTemplate, { name, body, params, token: await token('dispatcher') })).id;
      },
    );
  });
  await inPool(CODES, 4, async ([kind, path, label]) => {
    await once(
      `code ${label}`,
      () => ({ kind, placeId: path === '' ? main.id : `${main.id}.${path}`, label }),
      async (body, name) => (await client.send(makeCode, { name, body, token: await token('dispatcher') })).id,
    );
  });
  await inPool(ALLOWED, 4, async ([who, templates]) => {
    await once(
      `allow ${who}`,
      () => ({ accepted: templates }),
      async (body, name) => {
        for (const template of templates) await phones.allow(who, template, 1);
        await client.send(addSubscriptions, { name, body, token: await token(who) });
        return who;
      },
    );
  });
};
