import { render, screen } from '@testing-library/react';
import { getVoteRecord } from '@gongyi/shared/votes/contract-votes';
import { lineFingerprint } from '@gongyi/shared/kernel/record';
import { fakeApi } from '../../../../test/fake-api';
import { after } from '../../../../test/finger';
import { openWith, reset } from '../../../../test/taro-stub';
import VoteRecordPage from '.';

/** Two steps of a vote's record as the server writes them. */
const lines = () => {
  const line = { by: 'a'.repeat(24), wordsHash: '', photos: [], facts: {} };
  const first = { ...line, rev: 1, kind: 'drafted', at: 1_700_000_000_000, as: 'owners-committee', earlier: '' };
  const firstPrint = lineFingerprint('v1', first);
  const second = { ...line, rev: 2, kind: 'announced', at: 1_700_000_000_001, as: 'clock', earlier: firstPrint };
  return [
    { ...first, fingerprint: firstPrint },
    { ...second, fingerprint: lineFingerprint('v1', second) },
  ] as const;
};

it('reads the record of a vote without signing in, and finds it whole or which step was changed', async () => {
  reset();
  const api = fakeApi();
  const [first, second] = lines();
  const head = { rev: 2, fingerprint: second.fingerprint };
  openWith({ id: 'v1' });
  api.on(getVoteRecord, () => ({ items: [first, second], head }));
  const { unmount } = render(<VoteRecordPage />);
  expect(await screen.findByText('记录完整')).toBeTruthy();
  expect(screen.getByText('第 2 步 发布公告')).toBeTruthy();
  expect(screen.getByText(/业委会/)).toBeTruthy();
  unmount();

  api.on(getVoteRecord, () => ({ items: [first, { ...second, at: second.at + 1 }], head }));
  await after(() => void render(<VoteRecordPage />));
  expect((await screen.findAllByText('第 2 步对不上')).length).toBeGreaterThan(0);
});
