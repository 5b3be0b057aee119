import type { TopicRow } from '@gongyi/shared/council/contract-lists';

/** Words that stand in almost every topic and say nothing of what it is about. */
const COMMON =
  /小区|我们|希望|建议|应该|问题|大家|业主|居民|物业|社区|可以|能不能|能否|是否|没有|一个|这个|现在|解决|增加|要求|议题/gu;

/** The two-character pieces of what is left between them. */
const pieces = (words: string): Set<string> => {
  const runs =
    words
      .normalize('NFKC')
      .toLowerCase()
      .replace(COMMON, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    runs.flatMap((run) => {
      const letters = [...run];
      return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
    }),
  );
};

/** A title is like the words when a third of its two-character pieces, and at least two, stand in them. */
const LEAST_PIECES = 2;
const LEAST_PART = 3;
const MOST = 3;

/** Topics of `rows` whose titles are like `words`, the likest first, at most three; then the more seconded first. */
export const similarTopics = <Row extends Pick<TopicRow, 'title' | 'seconds'>>(
  words: string,
  rows: readonly Row[],
): Row[] => {
  const said = pieces(words);
  return rows
    .map((row) => {
      const own = [...pieces(row.title)];
      return { row, all: own.length, shared: own.filter((piece) => said.has(piece)).length };
    })
    .filter(({ shared, all }) => shared >= LEAST_PIECES && shared * LEAST_PART >= all)
    .sort((a, b) => b.shared * a.all - a.shared * b.all || b.row.seconds - a.row.seconds)
    .slice(0, MOST)
    .map(({ row }) => row);
};
