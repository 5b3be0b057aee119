import type { RouteReply } from '@gongyi/shared/kernel/define-route';
import { TEMPLATES } from '@gongyi/shared/notices/contract';
import type { listSubscriptions as route } from '@gongyi/shared/notices/contract';
import type { Call } from '../platform/router';
import { wechatSecret } from '../platform/secrets';
import { remainingOf } from './subscription-store';

/** Messages a person still allows; templates this mini-program was not given are left out. */
export const subscriptionsOf = async (personId: string): Promise<RouteReply<typeof route>> => {
  const [remaining, { templates }] = await Promise.all([remainingOf(personId), wechatSecret()]);
  return {
    items: TEMPLATES.flatMap((template) => {
      const templateId = templates[template];
      return templateId === undefined ? [] : { template, templateId, remaining: remaining.get(template) ?? 0 };
    }),
  };
};

export const listSubscriptions = (_input: unknown, { who }: Call): Promise<RouteReply<typeof route>> =>
  subscriptionsOf(who.personId);
