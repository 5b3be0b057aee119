import { CODE_STEP } from '@gongyi/shared/kernel/rotating-code';
import { DAY, HOUR } from '@gongyi/shared/kernel/time';
import { withServices } from '../../../infra/local/services-for-tests';
import { newPerson } from '../people/people-for-tests';
import * as z from 'zod/mini';
import { acceptedTopic, called, codeNow, done, move, moved, newCouncil } from './sessions-for-tests';
import type { Council } from './sessions-for-tests';
import { codesFrom, isCodeNow } from '../platform/rotating-codes';

const services = withServices();
const Granted = z.object({ grant: z.object({ id: z.string() }) });
const NOW = Date.parse('2026-12-01T10:00:00+08:00');

let council: Council;
const at = (instant: number): void => {
  jest.spyOn(Date, 'now').mockReturnValue(instant);
};
beforeAll(async () => {
  council = await newCouncil(services, 'si');
}, 30_000);
afterEach(() => jest.restoreAllMocks());

describe('sign-in codes', () => {
  it('are one for each half minute of ten, all different, and another session’s are others', async () => {
    const codes = await codesFrom('session-sign-in', 'one', NOW);
    const others = await codesFrom('session-sign-in', 'two', NOW);
    expect(codes).toHaveLength(20);
    expect(new Set([...codes, ...others].map(({ code }) => code)).size).toBe(40);
    expect(codes.every(({ code }) => /^[0-9a-z]{6,10}$/.test(code))).toBe(true);
    expect(codes.map(({ from }) => from - NOW)).toEqual(codes.map((_, index) => index * CODE_STEP));
  });

  it('count in their own half minute and the next, and never before or later', async () => {
    const code = (await codesFrom('session-sign-in', 'one', NOW))[1]?.code ?? '';
    const counts = async (after: number): Promise<boolean> => isCodeNow('session-sign-in', 'one', code, NOW + after);
    expect(await counts(CODE_STEP - 1)).toBe(false);
    expect(await counts(CODE_STEP)).toBe(true);
    expect(await counts(3 * CODE_STEP - 1)).toBe(true);
    expect(await counts(3 * CODE_STEP)).toBe(false);
    expect(await isCodeNow('session-sign-in', 'two', code, NOW + CODE_STEP)).toBe(false);
    expect(await isCodeNow('session-sign-in', 'one', code.toUpperCase(), NOW + CODE_STEP)).toBe(true);
    expect(await isCodeNow('session-sign-in', 'one', '', NOW)).toBe(false);
  });
});

it('signs a delegate in by the code of the moment, once, and stops whoever guesses', async () => {
  const { secretary, worker, branch, owners } = council;
  const startsAt = Date.now() + 6 * DAY;
  const session = await called(council, [await acceptedTopic(council, '门禁')], startsAt);
  const other = await called(council, [await acceptedTopic(council, '路面')], startsAt);
  at(startsAt - HOUR);
  expect(await worker.get(`/sessions/${session.id}/sign-in-codes`)).toMatchObject({
    status: 409,
    body: { code: 'move-not-allowed' },
  });
  const elsewhere = await codeNow(secretary, other.id);
  expect(await move(worker, session, 'sign-in', { code: elsewhere })).toMatchObject({
    status: 422,
    body: { code: 'sign-in-code-wrong' },
  });
  const code = await codeNow(secretary, session.id);
  const key = 'sign-in-once-00001';
  const answer = await move(worker, session, 'sign-in', { code }, key);
  expect(answer).toMatchObject({ status: 200, body: { signedInByMe: true } });
  expect(await move(worker, session, 'sign-in', { code }, key)).toEqual(answer);
  expect(await move(worker, session, 'sign-in', { code })).toMatchObject({ body: { code: 'already-signed-in' } });
  // A code that was passed on is worth nothing to somebody else's party, nor to anybody a minute later.
  const stranger = await newPerson(services, '路人');
  expect(await move(stranger, session, 'sign-in', { code })).toMatchObject({ status: 404 });
  at(startsAt - HOUR + 2 * CODE_STEP);
  expect(await move(branch, session, 'sign-in', { code })).toMatchObject({ body: { code: 'sign-in-code-wrong' } });
  for (let guess = 0; guess < 10; guess += 1) {
    await move(owners, session, 'sign-in', { code: `guess${String(guess)}` });
  }
  const right = await codeNow(secretary, session.id);
  expect(await move(owners, session, 'sign-in', { code: right })).toMatchObject({
    status: 429,
    body: { code: 'too-many-attempts' },
  });
  const view = await moved(branch, session, 'sign-in', { code: right });
  expect(view.quorum.present).toEqual(['committee-of-residents', 'party-branch']);
}, 30_000);

it('lets nobody sign in for a party whose office they lost, but whom it names in its place', async () => {
  const { administrator, compoundId, branch, secretary } = council;
  const [former, named] = [await newPerson(services, '前支委'), await newPerson(services, '代表')];
  const role = { phone: former.phone, role: 'party-branch-member', placeId: compoundId };
  const { grant } = z.parse(Granted, done(await administrator.post('/grants', role)));
  const startsAt = Date.now() + 6 * DAY;
  const session = await called(council, [await acceptedTopic(council, '路灯')], startsAt);
  expect(session.delegates).toHaveLength(5);
  const replaced = await moved(branch, session, 'name-substitute', { party: 'party-branch', phone: named.phone });
  done(await administrator.post(`/grants/${former.personId}/${grant.id}/end`));

  at(startsAt - HOUR);
  const code = await codeNow(secretary, session.id);
  expect(await move(former, replaced, 'sign-in', { code })).toMatchObject({ status: 404 });
  const view = await moved(named, replaced, 'sign-in', { code });
  expect(view.attendance).toMatchObject([{ party: 'party-branch', name: '代*', by: 'code' }]);
}, 30_000);
