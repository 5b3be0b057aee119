import { randomUUID } from 'node:crypto';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import { beginWechatSession } from '@gongyi/shared/people/contract';
import type { LocalSystem } from '../boot';
import { clientOf } from '../demo/client';
import type { Sending } from '../demo/client';

export interface Caller {
  readonly token: string;
  readonly personId: string;
  /** One call as this person; throws `Refused`. */
  readonly send: <T extends Route>(route: T, sending?: Omit<Sending, 'name' | 'token'>) => Promise<RouteReply<T>>;
}

/** The API as a demo person's own mini-program calls it: what is true behind what a screen shows. */
export const callAs = async (system: LocalSystem, openid: string): Promise<Caller> => {
  const client = clientOf(system.appUrl);
  const named = () => `journey ${randomUUID()}`;
  const code = await system.loginCode(openid);
  const { token, personId } = await client.send(beginWechatSession, { name: named(), body: { code } });
  return {
    token,
    personId,
    send: (route, sending = {}) => client.send(route, { ...sending, token, name: named() }),
  };
};
