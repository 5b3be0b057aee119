import { beginWechatSession, bindPhone, changeMe, giveConsent } from '@gongyi/shared/people/contract';
import type { LocalSystem } from '../boot';
import type { Client } from '../demo/client';

/** Somebody of the world, signed in. */
export interface Person {
  readonly name: string;
  readonly openid: string;
  readonly phone: string;
  readonly personId: string;
  readonly token: string;
  /** The source address their calls come from. */
  readonly address: string;
  /** What they call themself; carries their mark. */
  readonly ownName: string;
}

/** Two lower-case marks that nobody else carries: one for the name, one for private words. */
export const marksOf = (name: string) => ({ ofName: markOf(`name ${name}`), ofWords: markOf(`words ${name}`) });

const markOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `Q${hash.toString(36).padStart(7, '0')}Q`;
};
export const MARKS = /Q[0-9a-z]{7}Q/g;

let arrived = 0;

/** A phone number nobody has: the 199 9… numbers of tests. */
const nextPhone = (): string => {
  arrived += 1;
  return `1999${String(arrived).padStart(7, '0')}`;
};

export const signIn = async (system: LocalSystem, client: Client, openid: string, attempt = ''): Promise<string> => {
  const code = await system.loginCode(openid);
  return (await client.send(beginWechatSession, { name: `sign in ${openid} ${attempt}`, body: { code } })).token;
};

/** Signs somebody in for the first time, with consent, a name and a phone number: their own, or one nobody has. */
export const arrive = (system: LocalSystem, client: Client, name: string, phone = nextPhone()): Promise<Person> =>
  arriveWith(system, client, name, phone, false);

/** The same without a name and without proving a number. */
export const arriveBare = (system: LocalSystem, client: Client, name: string): Promise<Person> =>
  arriveWith(system, client, name, nextPhone(), true);

const arriveWith = async (
  system: LocalSystem,
  client: Client,
  name: string,
  phone: string,
  bare: boolean,
): Promise<Person> => {
  const openid = `o-${name.replaceAll('.', '-')}`;
  const token = await signIn(system, client, openid);
  const ownName = `样${marksOf(name).ofName}`;
  const consent = { kind: 'privacy', given: true, version: '2026-11' };
  const { personId } = await client.send(giveConsent, { name: `consent ${name}`, token, body: consent });
  if (!bare) {
    await client.send(changeMe, { name: `name ${name}`, token, body: { name: ownName } });
    const code = await system.phoneCode(openid, phone);
    await client.send(bindPhone, { name: `phone ${name}`, token, body: { code } });
  }
  const address = `10.${String((arrived >> 8) & 255)}.${String(arrived & 255)}.7`;
  return { name, openid, phone, personId, token, address, ownName };
};
