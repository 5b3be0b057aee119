import { fireEvent, render, screen } from '@testing-library/react';
import { webcrypto } from 'node:crypto';
import { getReceipt } from '@gongyi/shared/votes/contract-ballots';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap, write } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { LEAF_HASH, aCast } from '../../../../test/vote-samples';
import { bundleFor, receiptFor } from '../../../../../shared/verifier/bundle-for-tests';
import { voteForTests } from '../../../../../shared/verifier/vote-for-tests';
import VerifyPage from '.';

/** The verifier itself runs here; what it checks are whole, honestly made votes. */
const vote = voteForTests(4);
const receipt = () =>
  receiptFor(
    vote,
    vote.leaves.findIndex(({ kind }) => kind === 'ballot'),
    vote.leaves.length,
  );
let api: ReturnType<typeof fakeApi>;

// A browser has WebCrypto and one kind of bytes; jsdom has neither, beside the bytes of Node's keys.
beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  Object.defineProperty(globalThis, 'Uint8Array', { value: Object.getPrototypeOf(Buffer), configurable: true });
});
beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});
const show = () => after(() => void render(<VerifyPage />));
const paste = async (file: unknown) => {
  await write('也可以把文件内容贴在这里', typeof file === 'string' ? file : JSON.stringify(file));
  await tap('核对贴上的内容');
};

it('checks a whole vote in the browser', async () => {
  await show();
  await paste(bundleFor(vote));
  expect(await screen.findByText('核对无误', {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByText('✓ 重新加了一遍票数，和公布的一样')).toBeTruthy();
  expect(screen.getByText('请和纸质公告上的根逐字比一比')).toBeTruthy();
});

it('says every problem of a vote that was tampered with', async () => {
  const bundle = bundleFor(vote);
  const [first, ...rest] = bundle.roll;
  await show();
  await paste({ ...bundle, roll: first === undefined ? rest : [[first[0], first[1] + 1], ...rest] });
  expect(await screen.findByText(/^核对不通过：\d+ 处问题$/, {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.queryByText('核对无误')).toBeNull();
  expect(screen.getByText('✗ 名册的指纹与开始时记的不同')).toBeTruthy();
});

it('takes a dropped file', async () => {
  await show();
  const file = new File([JSON.stringify(bundleFor(vote))], 'bundle.json');
  Object.defineProperty(file, 'text', { value: () => Promise.resolve(JSON.stringify(bundleFor(vote))) });
  await after(() => void fireEvent.drop(screen.getByRole('group'), { dataTransfer: { files: [file] } }));
  expect(await screen.findByText('核对无误', {}, { timeout: 5000 })).toBeTruthy();
});

it('fetches the receipt of one’s own ballot and holds its root against the notice’s', async () => {
  openWith({ vote: 'v1', line: '7', root: 'ee'.repeat(32) });
  api.on(getReceipt, () => ({ ballot: { ...aCast(), leafHash: LEAF_HASH }, receipt: receipt() }));
  await show();
  expect(await screen.findByText('核对无误', {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByText('✓ 您的票在日志里')).toBeTruthy();
  expect(screen.getByText(/^和公告上的根不一致/)).toBeTruthy();
});

it('waits for the proof that is not there yet', async () => {
  openWith({ vote: 'v1', line: '7' });
  api.on(getReceipt, () => ({ ballot: aCast() }));
  await show();
  expect(await screen.findByText(/等待下一次存证/)).toBeTruthy();
});

it('says so when a file is something else', async () => {
  await show();
  await paste('{"hello": 1}');
  expect(await screen.findByText(/^这不是回执或数据包/)).toBeTruthy();
  await paste('not json');
  expect(await screen.findByText(/^这不是回执或数据包/)).toBeTruthy();
});

it('gives the one line for one’s own computer', async () => {
  await show();
  expect(
    screen.getByText(/^curl -fsSo verify\.mjs .*\/js\/verify\.mjs && node verify\.mjs bundle\.json$/),
  ).toBeTruthy();
});
