/** One line of the table: ours against a base measured beside it in the same run. */
export interface Metric {
  readonly id: string;
  readonly ours: number;
  readonly base: number;
  readonly ratio: number;
  readonly target: number;
  readonly unit: string;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const metric = (id: string, ours: number, base: number, target: number, unit: string): Metric => ({
  id,
  ours: rounded(ours),
  base: rounded(base),
  ratio: rounded(ours / base),
  target,
  unit,
});

/** The value below which the part `p` of the sample lies. */
export const percentile = (sample: readonly number[], p: number): number => {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
};

/** Times two things in turn, A B A B …, so that a machine whose speed drifts is fair to both. Milliseconds. */
export const interleave = async (
  runs: number,
  a: (run: number) => Promise<void>,
  b: (run: number) => Promise<void>,
) => {
  const times = { a: [] as number[], b: [] as number[] };
  const timed = async (into: number[], work: () => Promise<void>) => {
    const began = performance.now();
    await work();
    into.push(performance.now() - began);
  };
  for (let run = 0; run < runs; run += 1) {
    await timed(times.a, () => a(run));
    await timed(times.b, () => b(run));
  }
  return times;
};

export const table = (metrics: readonly Metric[]): string => {
  const rows = metrics.map(({ id, ours, base, ratio, target, unit }) => [
    id,
    String(ours),
    String(base),
    String(ratio),
    `≤ ${String(target)}`,
    ratio <= target ? 'met' : 'missed',
    unit,
  ]);
  const head = ['metric', 'ours', 'base', 'ratio', 'target', '', 'unit'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
};
