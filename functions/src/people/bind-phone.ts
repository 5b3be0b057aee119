import type { bindPhone as route, Me } from '@gongyi/shared/people/contract';
import { Phone } from '@gongyi/shared/people/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { spendAttempt } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { phoneOfCode } from '../platform/wechat';
import { matchHomes } from './match-homes';
import { meOf } from './me';
import { findPerson } from './person-store';
import { phoneHashOf, storePhone } from './phone-store';

const TRIES = 5;

const mainlandPhone = async (code: string): Promise<string | Refusal> => {
  const answer = await phoneOfCode(code);
  if (!answer.ok) {
    if (answer.cause === 'unavailable') throw new Error(`WeChat gave no number: ${String(answer.errcode)}`);
    return refuse('wechat-code-refused');
  }
  const phone = z.safeParse(Phone, answer.phone);
  return answer.countryCode === '86' && phone.success ? phone.data : refuse('wechat-code-refused');
};

/** WeChat's code counts once, so a retry of a stored number goes straight to matching homes. */
export const bindPhone = async (
  { body: { code } }: RouteInput<typeof route>,
  { who, now, op, opHash }: Call,
): Promise<Me | Refusal> => {
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const mark = `${op}.${opHash}`;
  let person = await findPerson(who.personId);
  if (person === undefined) return refuse('not-found');
  if (person.phoneOp !== undefined && person.phoneOp !== mark && person.phoneOp.startsWith(`${op}.`))
    return refuse('key-reused');
  if (person.phoneOp !== mark) {
    const spent = await spendAttempt(who.personId, 'bind-phone', 20, HOUR, now);
    if (spent) return spent;
    const phone = await mainlandPhone(code);
    if (typeof phone !== 'string') return phone;
    for (let attempt = 1; !(await storePhone(person, phone, mark)); attempt += 1) {
      person = await findPerson(who.personId);
      if (person === undefined) return refuse('not-found');
      if (attempt >= TRIES) return refuse('changed-meanwhile');
    }
    await matchHomes(who.personId, await phoneHashOf(phone), now, op);
  } else if (person.phoneHash !== undefined) await matchHomes(who.personId, person.phoneHash, now, op);
  return meOf(who.personId, now);
};
