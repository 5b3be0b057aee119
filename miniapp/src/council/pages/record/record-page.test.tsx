import { render, screen } from '@testing-library/react';
import { getSessionRecord, getTopicRecord } from '@gongyi/shared/council/contract';
import { lineFingerprint } from '@gongyi/shared/kernel/record';
import type { RecordLine } from '@gongyi/shared/kernel/record-line';
import { fakeApi } from '../../../../test/fake-api';
import { after } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import RecordPage from '.';

let api: ReturnType<typeof fakeApi>;

/** A record as the server would have written it. */
const chain = (subjectId: string, kinds: readonly string[]): RecordLine[] =>
  kinds.reduce<RecordLine[]>((lines, kind, at) => {
    const line = {
      rev: at + 1,
      kind,
      at: 1_700_000_000_000 + at,
      by: 'a'.repeat(24),
      as: at === 0 ? 'resident' : 'convener',
      wordsHash: '',
      photos: [],
      facts: {},
      earlier: lines[at - 1]?.fingerprint ?? '',
    };
    return [...lines, { ...line, fingerprint: lineFingerprint(subjectId, line) }];
  }, []);

const headOf = (lines: readonly RecordLine[]) => ({
  rev: lines.length,
  fingerprint: lines[lines.length - 1]?.fingerprint ?? '',
});
const show = () => after(() => void render(<RecordPage />));

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

describe('checking a record', () => {
  it('reads every page and finds it whole', async () => {
    const lines = chain('t1', ['proposed', 'accepted', 'scheduled']);
    const head = headOf(lines);
    openWith({ topicId: 't1' });
    api.on(getTopicRecord, ({ query }) =>
      query['cursor'] === undefined
        ? { items: lines.slice(0, 2), cursor: 'more', head }
        : { items: lines.slice(2), head },
    );
    await show();
    expect(await screen.findByText('记录完整')).toBeTruthy();
    expect(screen.getByText('第 3 步 列入会议议程')).toBeTruthy();
    expect(screen.getByText(/居民/)).toBeTruthy();
    expect(screen.getAllByText(/社区党组织/)).toHaveLength(2);
    expect(api.asked(getTopicRecord)).toHaveLength(2);
  });

  it('names the step that was changed afterwards', async () => {
    const lines = chain('s1', ['called', 'opened', 'ended']);
    const head = headOf(lines);
    const [first, second, third] = lines;
    if (!first || !second || !third) throw new Error('three lines were made');
    openWith({ sessionId: 's1' });
    api.on(getSessionRecord, () => ({ items: [first, { ...second, at: second.at + 1 }, third], head }));
    await show();
    expect((await screen.findAllByText('第 2 步对不上')).length).toBeGreaterThan(0);
    expect(screen.queryByText('记录完整')).toBeNull();
    expect(screen.getByText('这一步的内容和它的指纹不符，可能被改动过。')).toBeTruthy();
  });

  it('finds that the last step is missing', async () => {
    const lines = chain('t1', ['proposed', 'accepted']);
    openWith({ topicId: 't1' });
    api.on(getTopicRecord, () => ({ items: lines.slice(0, 1), head: headOf(lines) }));
    await show();
    expect((await screen.findAllByText('第 2 步对不上')).length).toBeGreaterThan(0);
  });
});
