import { faults } from './faults';

jest.setTimeout(400_000);

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

it('loses no acknowledged move under faults, and makes no unlawful one', async () => {
  const figures = await faults({ seed: SEED, scale: 0.005, say: (line) => void process.stderr.write(`${line}\n`) });
  expect(figures.map(({ test }) => test)).toEqual([
    'lifecycle of requests',
    'lifecycle of topics',
    'lifecycle of sessions',
  ]);
  expect(figures.flatMap(({ shown }) => shown)).toEqual([]);
});
