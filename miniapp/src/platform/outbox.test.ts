import { giveConsent, getMe } from '@gongyi/shared/people/contract';
import { answerWith, reset, sent, setNetwork } from '../../test/taro-stub';
import { call } from './api-client';
import { startNetwork } from './network';
import { dismissSent, outboxEntries, resendNow, startOutbox, submit } from './outbox';
import { keepSession } from './session-token';

const BODY = { kind: 'privacy', given: true, version: '1' } as const;
const REFUSED = { statusCode: 409, data: { code: 'own-request', facts: {} } };

describe('the outbox', () => {
  beforeAll(() => {
    jest.useFakeTimers();
    startNetwork();
    startOutbox();
  });
  beforeEach(() => {
    reset();
    setNetwork(true);
    for (const { key } of outboxEntries()) dismissSent(key);
    keepSession({ token: 'token-of-somebody-here', renewAfter: 9e15, expiresAt: 9e15, personId: 'p1' });
  });
  afterAll(() => jest.useRealTimers());

  it('keeps a submission whose answer was lost, and sends it once more under the same key', async () => {
    const outcome = await submit(giveConsent, { body: BODY }, { title: '同意' });
    expect(outcome.ok).toBe(false);
    expect(outboxEntries()).toMatchObject([{ state: 'unknown', title: '同意', key: outcome.key }]);

    answerWith(() => ({ statusCode: 200, data: { id: 'made' } }));
    await resendNow();
    expect(outboxEntries()).toMatchObject([{ state: 'sent', subjectId: 'made' }]);
    expect(sent.map(({ header }) => header['idempotency-key'])).toEqual([outcome.key, outcome.key]);
  });

  it('sends nothing without a network, and by itself once it is back', async () => {
    setNetwork(false);
    await submit(giveConsent, { body: BODY }, { title: '同意' });
    expect(sent).toHaveLength(0);
    expect(outboxEntries()).toMatchObject([{ state: 'waiting' }]);

    answerWith(() => ({ statusCode: 200, data: {} }));
    setNetwork(true);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    expect(outboxEntries()).toMatchObject([{ state: 'sent' }]);
  });

  it('hands a refusal to the form and keeps nothing', async () => {
    answerWith(() => REFUSED);
    const outcome = await submit(giveConsent, { body: BODY }, { title: '同意' });
    expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'own-request' } });
    expect(outboxEntries()).toEqual([]);
  });

  it('keeps what another person wrote until they are back', async () => {
    await submit(giveConsent, { body: BODY }, { title: '同意' });
    keepSession({ token: 'token-of-somebody-else', renewAfter: 9e15, expiresAt: 9e15, personId: 'p2' });
    await resendNow();
    expect(sent).toHaveLength(1);
  });
});

describe('a call', () => {
  beforeEach(reset);

  it('is unknown when a gateway answers in place of the server', async () => {
    answerWith(() => ({ statusCode: 502, data: { message: 'Internal server error' } }));
    expect(await call(getMe, {})).toEqual({ ok: false, unknown: true });
  });

  it('is unknown when the answer is not what the contract says', async () => {
    answerWith(() => ({ statusCode: 200, data: { personId: 7 } }));
    expect(await call(getMe, {})).toEqual({ ok: false, unknown: true });
  });
});
