import { fireEvent, render, screen, within } from '@testing-library/react';
import * as z from 'zod/mini';
import { RollLayout } from '@gongyi/shared/district/roll';
import {
  getRollImport,
  previewRollImport,
  setRollLayout,
  startRollImport,
} from '@gongyi/shared/district/roll-contract';
import type { RollImport, RollPreviewPage } from '@gongyi/shared/district/roll-contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap } from '../../../../test/finger';
import { COMPOUND, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import RollImportPage from '.';

const roll = (part: Partial<RollImport> = {}): RollImport => ({
  id: 'i1',
  compoundId: COMPOUND,
  state: 'draft',
  sheets: [{ name: 'Sheet1', hidden: false, rows: 90 }],
  layout: { sheet: 'Sheet1', headerLine: 3, columns: { room: 0, area: 1, owner: 2 } },
  confirmed: false,
  guesses: { owner: { column: 2, header: '姓名', confidence: 'unsure' } },
  missing: [],
  headers: ['房号', '面积', '姓名', '联系人'],
  progress: { done: 0, total: 84 },
  begunAt: 1,
  ...part,
});

const preview = (part: Partial<RollPreviewPage> = {}): RollPreviewPage => ({
  totals: { homes: 84, area: 812_345, heads: 79, unsoldHomes: 2, undeliveredHomes: 1, coOwnedHomes: 5 },
  counts: { all: 90, accepted: 84, doubtful: 1, rejected: 2, ignored: 4, changed: 84, missing: 0 },
  changes: { added: 84, changed: 0, unchanged: 0, missing: 0 },
  fileWarnings: [{ why: 'total-differs', line: 90, printed: 812_445, accepted: 812_345 }],
  head: [],
  rows: [{ line: 17, is: 'rejected', why: ['area-unreadable', 'owner-missing'], words: ['3-2-501', '约九十', ''] }],
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const show = async () => {
  openWith({ compound: COMPOUND, id: 'i1' });
  await after(() => void render(<RollImportPage />));
};

beforeEach(() => {
  reset();
  api = fakeApi();
  api.on(getRollImport, () => roll());
  api.on(previewRollImport, () => preview());
  signInAs();
});

describe('importing a roll', () => {
  it('shows the totals to hold against what the office knows, and where the sheet disagrees with itself', async () => {
    await show();
    for (const words of ['84 套', '8123.45 平方米', '79 人']) expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/第 90 行写的合计是 8124.45 平方米，按收下的行算是 8123.45 平方米/)).toBeTruthy();
  });

  it('begins with the rejected rows, each with its reasons in words', async () => {
    await show();
    expect(api.asked(previewRollImport)[0]?.query['part']).toBe('rejected');
    expect(screen.getByText('第 17 行')).toBeTruthy();
    expect(screen.getByText('3-2-501 · 约九十')).toBeTruthy();
    expect(screen.getByText(/^面积看不懂.*没有业主姓名$/)).toBeTruthy();
    await tap('收下 84');
    expect(api.asked(previewRollImport).at(-1)?.query['part']).toBe('accepted');
  });

  it('previews nothing while a column is missing, and says which', async () => {
    api.on(getRollImport, () => roll({ missing: ['area'] }));
    await show();
    expect(screen.getByText('还要指出：建筑面积')).toBeTruthy();
    expect(api.asked(previewRollImport)).toHaveLength(0);
    expect(screen.getByRole('button', { name: '写入名册' }).hasAttribute('disabled')).toBe(true);
  });

  it('sends a corrected column and previews again', async () => {
    await show();
    api.on(setRollLayout, ({ body }) => roll({ layout: z.parse(RollLayout, body), confirmed: true }));
    const before = api.asked(previewRollImport).length;
    const columns = screen.getByLabelText('业主姓名在哪一列');
    const other = within(columns).getByRole<HTMLOptionElement>('option', { name: '联系人' });
    await after(() => void fireEvent.change(columns, { target: { value: other.value } }));
    expect(api.asked(setRollLayout)[0]?.body).toMatchObject({ columns: { room: 0, area: 1, owner: 3 } });
    expect(api.asked(previewRollImport).length).toBeGreaterThan(before);
  });

  it('writes only after saying what will be written, and only the totals that were seen', async () => {
    await show();
    api.on(startRollImport, () => roll({ state: 'running', progress: { done: 30, total: 84 } }));
    await tap('写入 84 套');
    expect(api.asked(startRollImport)).toHaveLength(0);
    await tap('写入', sheet());
    expect(api.asked(startRollImport)[0]?.body).toEqual({ homes: 84, area: 812_345, heads: 79 });
    expect(screen.getByText('30 / 84 套')).toBeTruthy();
    expect(screen.getByText('可以离开这一页，写入会继续。')).toBeTruthy();
  });

  it('says why it was not begun', async () => {
    await show();
    api.on(startRollImport, () => refuse('import-closed'));
    await tap('写入 84 套');
    await tap('写入', sheet());
    expect(screen.getByText('这次导入已经结束。')).toBeTruthy();
  });

  it('ends with what it did', async () => {
    api.on(getRollImport, () =>
      roll({
        state: 'done',
        progress: { done: 84, total: 84 },
        result: { added: 80, changed: 1, unchanged: 3, missing: 0 },
      }),
    );
    await show();
    expect(screen.getByText('名册已写入')).toBeTruthy();
    expect(screen.getByText('新增 80，有变化 1，没变 3')).toBeTruthy();
  });
});
