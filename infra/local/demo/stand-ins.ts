import * as z from 'zod/mini';
import { untilSettled } from '../system/settle';
import type { CastKey } from './cast';
import { openidOf } from './cast';

const CodeAnswer = z.object({ code: z.string() });
const ClockAnswer = z.object({ now: z.number(), shiftMs: z.number() });

/** What phones and the clock do, by the addresses the local system gives them. */
export const standInsOf = (wechatBase: string) => {
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${wechatBase}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    loginCode: async (who: CastKey): Promise<string> =>
      CodeAnswer.parse(await post('/demo/login-code', { openid: openidOf(who) })).code,
    phoneCode: async (who: CastKey, phone: string): Promise<string> =>
      CodeAnswer.parse(await post('/demo/phone-code', { openid: openidOf(who), phone })).code,
    /** The person opens the app on their phone. */
    open: async (who: CastKey): Promise<void> => {
      await post('/demo/active', { openid: openidOf(who) });
    },
    /** The person allows messages of a template on their phone. */
    allow: async (who: CastKey, template: string, count: number): Promise<void> => {
      await post('/demo/grant', { openid: openidOf(who), template, count });
    },
    clock: async () => ClockAnswer.parse(await (await fetch(`${wechatBase}/clock.json`)).json()),
    moveTo: async (instant: number): Promise<void> => {
      await post('/clock', { to: Math.round(instant) });
    },
    /** Gives the system the machine's own time back, if it lies behind. */
    moveToNow: async (): Promise<void> => {
      const { shiftMs } = ClockAnswer.parse(await (await fetch(`${wechatBase}/clock.json`)).json());
      if (shiftMs < 0) await post('/clock', { advanceMs: -shiftMs });
    },
    /** Resolves once stream, jobs and checks have nothing left to do. */
    settle: (): Promise<void> => untilSettled(() => post('/settle', {})),
  };
};
export type StandIns = ReturnType<typeof standInsOf>;
