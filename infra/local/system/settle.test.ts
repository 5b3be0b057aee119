import { settledSoon, untilSettled } from './settle';

it('is asked again until nothing is left to do', async () => {
  const answers = [{ settled: false }, { settled: false }, { settled: true }];
  let asked = 0;
  await untilSettled(() => Promise.resolve(answers[asked++]));
  expect(asked).toBe(3);
});

it('says that something is still going on instead of keeping who asks waiting', async () => {
  expect(await settledSoon(() => new Promise<void>(() => undefined), 10)).toEqual({ settled: false });
  expect(await settledSoon(() => Promise.resolve(), 10_000)).toEqual({ settled: true });
});
