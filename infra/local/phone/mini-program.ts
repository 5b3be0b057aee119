import { randomUUID } from 'node:crypto';
import { addSubscriptions } from '@gongyi/shared/notices/contract';
import { beginWechatSession, confirmScan } from '@gongyi/shared/people/contract';
import type { RouteCall } from '@gongyi/shared/kernel/define-route';
import { pathOf } from '@gongyi/shared/kernel/define-route';
import * as z from 'zod/mini';
import type { Wechat } from '../wechat/wechat';

const Problem = z.object({ code: z._default(z.string(), ''), title: z._default(z.string(), '') });

export type PhoneResult =
  { readonly done: true } | { readonly done: false; readonly status: number; readonly code: string };

/** The scanned text's code: the QR code's address carries it, or somebody typed it. */
export const codeIn = (scanned: string): string => {
  const [, inAddress] = /[?&#](?:code|scan|scene)=([A-Za-z0-9_-]+)/.exec(scanned) ?? [];
  return inAddress ?? scanned.trim();
};

/**
 * What the mini-program on a phone does, by the same API and with nothing else in hand: it signs in with the
 * account's `wx.login` code, and then acts.
 */
export const miniProgram = (wechat: Wechat, apiBase: string) => {
  const post = async (path: string, body: object, token: string | undefined): Promise<Response> =>
    fetch(`${apiBase}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const resultOf = async (answer: Response): Promise<PhoneResult> => {
    if (answer.ok) return { done: true };
    const body: unknown = await answer.json().catch(() => ({}));
    const problem = z.safeParse(Problem, body);
    return { done: false, status: answer.status, code: problem.success ? problem.data.code : '' };
  };
  const signedIn = async (openid: string): Promise<{ readonly token: string } | PhoneResult> => {
    const answer = await post(beginWechatSession.path, { code: wechat.login(openid) }, undefined);
    if (!answer.ok) return resultOf(answer);
    const body: unknown = await answer.json();
    return { token: z.parse(beginWechatSession.reply, body).token };
  };
  return {
    /** Confirms the sign-in of a web page whose code was scanned. */
    confirmScan: async (openid: string, scanned: string): Promise<PhoneResult> => {
      const session = await signedIn(openid);
      if ('done' in session) return session;
      return resultOf(await post(pathOf(confirmScan, { code: codeIn(scanned) }), {}, session.token));
    },
    /** The person allows one more message of a template, and the mini-program tells the server so. */
    allowMessage: async (openid: string, body: RouteCall<typeof addSubscriptions>['body']): Promise<PhoneResult> => {
      const session = await signedIn(openid);
      if ('done' in session) return session;
      return resultOf(await post(addSubscriptions.path, body, session.token));
    },
  };
};
export type MiniProgram = ReturnType<typeof miniProgram>;
