import type { bindPhone as route, Me } from '@gongyi/shared/people/contract';
import { Phone } from '@gongyi/shared/people/contract';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { refuse } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import * as z from 'zod/mini';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { phoneOfCode } from '../platform/wechat';
import { matchHomes } from './match-homes';
import { meOf } from './me';
import { findPerson } from './person-store';
import { storePhone } from './phone-store';

const TRIES = 5;
const MOST_AN_HOUR = 20;

const mainlandPhone = async (code: string): Promise<string | Refusal> => {
  const answer = await phoneOfCode(code);
  if (!answer.ok) {
    if (answer.cause === 'unavailable') throw new Error(`WeChat gave no number: ${String(answer.errcode)}`);
    return refuse('wechat-code-refused');
  }
  const phone = z.safeParse(Phone, answer.phone);
  return answer.countryCode === '86' && phone.success ? phone.data : refuse('wechat-code-refused');
};

/** Stores the number that WeChat proves, once: over other changes of the person that come between. */
const storeProven = async (code: string, mark: string, call: Call): Promise<Refusal | undefined> => {
  const { who, now } = call;
  const spent = await spendAttempt(who.personId, 'bind-phone', MOST_AN_HOUR, HOUR, now, tryOf(call));
  if (spent) return spent;
  const phone = await mainlandPhone(code);
  if (typeof phone !== 'string') return phone;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const person = await findPerson(who.personId);
    if (person === undefined) return refuse('not-found');
    if (await storePhone(person, phone, mark)) return undefined;
  }
  return refuse('changed-meanwhile');
};

/** WeChat's code counts once, so a retry of a stored number goes straight to matching homes. */
export const bindPhone = async ({ body: { code } }: RouteInput<typeof route>, call: Call): Promise<Me | Refusal> => {
  const { who, now, op, opHash } = call;
  if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
  const mark = `${op}.${opHash}`;
  const before = (await findPerson(who.personId))?.phoneOp;
  if (before !== mark && before?.startsWith(`${op}.`)) return refuse('key-reused');
  const refused = before === mark ? undefined : await storeProven(code, mark, call);
  if (refused) return refused;
  const { phoneHash } = (await findPerson(who.personId)) ?? {};
  if (phoneHash !== undefined) await matchHomes(who.personId, phoneHash, now, op);
  return meOf(who.personId, now);
};
