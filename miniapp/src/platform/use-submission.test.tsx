import { act, renderHook } from '@testing-library/react';
import * as z from 'zod/mini';
import { giveConsent } from '@gongyi/shared/people/contract';
import { aMe, signInAs } from '../../test/samples';
import { answerWith, reset, sent, setNetwork } from '../../test/taro-stub';
import { useDraft } from './drafts';
import { newKey } from './key';
import { startNetwork } from './network';
import { dismissSent, outboxEntries, resendNow } from './outbox';
import { useChecked } from './use-checked';
import { useSubmission } from './use-submission';

const BODY = { kind: 'privacy', given: true, version: '1' } as const;
const Draft = z.object({ words: z.string(), key: z.string() });
const initial = { words: '', key: newKey() };

const useForm = () => {
  const draft = useDraft('of-a-test', Draft, initial);
  return { draft, submission: useSubmission(draft) };
};
const keys = () => sent.map(({ header }) => header['idempotency-key']);
const REFUSED = { statusCode: 409, data: { code: 'own-request', facts: {} } };

beforeAll(startNetwork);
beforeEach(() => {
  reset();
  setNetwork(true);
  for (const { key } of outboxEntries()) dismissSent(key);
  signInAs();
  sent.length = 0;
});

describe('a submission', () => {
  const start = () => renderHook(useForm).result;
  const send = (form: ReturnType<typeof start>) =>
    act(async () => {
      await form.current.submission.send(giveConsent, { body: BODY }, '同意');
    });

  it('is unknown without an answer, and is told once the outbox knows', async () => {
    const form = start();
    await send(form);
    expect(form.current.submission.sending).toBe('unknown');
    answerWith(() => ({ statusCode: 200, data: { id: 'made' } }));
    await act(resendNow);
    expect(form.current.submission.sentAs).toBe('made');
    expect(new Set(keys()).size).toBe(1);
  });

  it('ends with a refusal, also one that comes later: what is sent then is another', async () => {
    const form = start();
    await send(form);
    answerWith(() => REFUSED);
    await act(resendNow);
    expect(form.current.submission).toMatchObject({ sending: 'no', refused: '这是您自己报的。' });
    await send(form);
    await send(form);
    expect(new Set(keys()).size).toBe(3);
    expect(outboxEntries()).toEqual([]);
  });

  it('clears the draft once it is in safe hands', async () => {
    answerWith(() => ({ statusCode: 200, data: aMe() }));
    const form = start();
    act(() => form.current.draft.change({ words: '写了一半' }));
    await send(form);
    expect(form.current.draft.value.words).toBe('');
  });
});

describe('a checked form', () => {
  const Body = z.object({ title: z.string().check(z.minLength(1)), slots: z.array(z.object({ places: z.int() })) });

  it('tells of a field once it was left, of all once sending was asked for', () => {
    const body = { title: '', slots: [{ places: 1.5 }] };
    const { result } = renderHook(() => useChecked(Body, body));
    expect(result.current.wrong('title')).toBe(false);
    act(() => result.current.leave('title'));
    expect([result.current.wrong('title'), result.current.wrong('slots')]).toEqual([true, false]);
    act(() => expect(result.current.ask()).toBe(false));
    expect([result.current.wrong('slots.0.places'), result.current.wrong('slots')]).toEqual([true, true]);
  });
});
