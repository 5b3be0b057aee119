import { Template } from '@gongyi/shared/notices/contract';
import * as z from 'zod/mini';
import type { Call, Routes } from '../control/routes';
import { isForm, readFields, seeOther, sendJson, sendPage } from '../http/reply';
import { CheckMark } from '../wechat/memory';
import type { Wechat } from '../wechat/wechat';
import type { MiniProgram, PhoneResult } from './mini-program';
import { codeIn } from './mini-program';
import { choicePage, phonePage } from './pages';
import { demoPeople } from './people';

const ByOpenid = z.object({ openid: z.string().check(z.minLength(1), z.maxLength(100)) });
const Scan = z.extend(ByOpenid, { code: z.string() });
const Allow = z.extend(ByOpenid, { template: Template });
const Grant = z.extend(ByOpenid, { template: z.string(), count: z._default(z.coerce.number().check(z.int()), 1) });
const PhoneCode = z.extend(ByOpenid, { phone: z.optional(z.string()) });

export interface PhoneParts {
  readonly wechat: Wechat;
  readonly miniProgram: MiniProgram;
  readonly stateDir: string;
}

/** Answers 400 unless the request's fields have the shape. */
const withFields =
  <S extends z.core.$ZodType>(schema: S, act: (fields: z.output<S>, call: Call) => Promise<void> | void) =>
  async (call: Call): Promise<void> => {
    const parsed = z.safeParse(schema, await readFields(call.request));
    if (parsed.success) await act(parsed.data, call);
    else sendJson(call.response, { message: 'fields are missing or malformed' }, 400);
  };

const answerResult = (call: Call, openid: string, result: PhoneResult, done: string): void => {
  if (!isForm(call.request)) {
    sendJson(call.response, result, result.done ? 200 : 409);
    return;
  }
  const outcome = result.done ? done : result.code || `HTTP ${String(result.status)}`;
  seeOther(call.response, `/phone?${new URLSearchParams({ openid, outcome }).toString()}`);
};

/** The demo phone's pages, and `/demo/*`: what tests and journeys let phones do. */
export const phoneRoutes = ({ wechat, miniProgram, stateDir }: PhoneParts): Routes => {
  const phoneNumber = async (openid: string): Promise<string | undefined> =>
    (await demoPeople(stateDir)).find((person) => person.openid === openid)?.phone;
  return {
    'GET /phone': async ({ response, url }) => {
      const people = await demoPeople(stateDir);
      const code = codeIn(url.searchParams.get('code') ?? '');
      const outcome = url.searchParams.get('outcome');
      const person = people.find(({ openid }) => openid === url.searchParams.get('openid'));
      sendPage(
        response,
        person === undefined ? choicePage(people, code, outcome) : phonePage(person, wechat, code, outcome),
      );
    },
    'GET /phone/people.json': async ({ response }) => {
      sendJson(response, { items: await demoPeople(stateDir) });
    },
    'POST /phone/scan': withFields(Scan, async ({ openid, code }, call) => {
      answerResult(call, openid, await miniProgram.confirmScan(openid, code), 'confirmed');
    }),
    'POST /phone/allow': withFields(Allow, async ({ openid, template }, call) => {
      wechat.messages.grant(openid, wechat.app.templates[template] ?? '', 1);
      answerResult(call, openid, await miniProgram.allowMessage(openid, { accepted: [template] }), 'allowed');
    }),
    'POST /demo/login-code': withFields(ByOpenid, ({ openid }, { response }) => {
      sendJson(response, { code: wechat.login(openid) });
    }),
    'POST /demo/phone-code': withFields(PhoneCode, async ({ openid, phone }, { response }) => {
      const number = phone ?? (await phoneNumber(openid));
      if (number === undefined) sendJson(response, { message: 'this account has no phone number' }, 404);
      else sendJson(response, { code: wechat.givePhone(openid, number) });
    }),
    'POST /demo/grant': withFields(Grant, ({ openid, template, count }, { response }) => {
      const templateId = wechat.app.templates[template] ?? template;
      sendJson(response, { remaining: wechat.messages.grant(openid, templateId, count) });
    }),
    'POST /demo/active': withFields(ByOpenid, ({ openid }, { response }) => {
      wechat.touch(openid);
      sendJson(response, {});
    }),
    'POST /demo/mark': withFields(CheckMark, (mark, { response }) => {
      wechat.addMark(mark);
      sendJson(response, { marks: wechat.marks() });
    }),
  };
};
