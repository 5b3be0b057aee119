/** One figure of the fault table: what was tried, how often, and what must be nought. */
export interface Figure {
  readonly test: string;
  readonly tried: string;
  readonly wrong: number;
  /** The first of what went wrong, to replay and read. */
  readonly shown: readonly string[];
}

export const figureTable = (figures: readonly Figure[]): string =>
  figures
    .map(({ test, tried, wrong, shown }) =>
      [`${wrong === 0 ? 'ok    ' : 'WRONG '} ${test}: ${tried}; wrong: ${String(wrong)}`, ...shown.slice(0, 5)].join(
        '\n       ',
      ),
    )
    .join('\n');
