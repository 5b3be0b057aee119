import { fireEvent, render, screen } from '@testing-library/react';
import { listOrganisations } from '@gongyi/shared/district/contract';
import { fileRequest, listNearby } from '@gongyi/shared/requests/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, aView, signInAs } from '../../../../test/samples';
import { done, reset, setNetwork } from '../../../../test/taro-stub';
import { chooseCompound, dismissSent } from '../../../platform';
import { startNetwork } from '../../../platform/network';
import { outboxEntries } from '../../../platform/outbox';
import FilePage from '.';

let api: ReturnType<typeof fakeApi>;
const WORDS = '哪里坏了、什么情况';
const fill = async () => {
  await after(() => void render(<FilePage />));
  await write(WORDS, '门口的灯不亮了');
  await tap('下一步');
  await tap(/公共部位/, screen, 'radio');
  await tap('下一步');
};

beforeAll(startNetwork);
beforeEach(() => {
  reset();
  setNetwork(true);
  for (const { key } of outboxEntries()) dismissSent(key);
  api = fakeApi();
  api.on(listNearby, () => ({ items: [] }));
  api.on(listOrganisations, () => ({
    items: [{ id: 'o1', kind: 'property-company' as const, name: '安居物业', phone: '0470-1234567' }],
  }));
  signInAs();
  chooseCompound(COMPOUND);
});

describe('filing', () => {
  it('guesses the category from the words, and lets a tap change it', async () => {
    await after(() => void render(<FilePage />));
    await write(WORDS, '门口的灯不亮了');
    expect(screen.getByText('按您写的猜的，不对点一下换')).toBeTruthy();
    await tap('换一类');
    const other = sheet()
      .getAllByRole('radio')
      .find((each) => each.getAttribute('aria-checked') !== 'true');
    const name = other?.textContent ?? '';
    await after(() => {
      if (other) fireEvent.click(other);
    });
    expect(screen.queryByText('按您写的猜的，不对点一下换')).toBeNull();
    expect(screen.getByText(name)).toBeTruthy();
  });

  it('says what is still open and stays; goes on when it is filled', async () => {
    await after(() => void render(<FilePage />));
    await tap('下一步');
    expect(screen.getAllByText('请写一句哪里坏了').length).toBeGreaterThan(0);
    await write(WORDS, '门口的灯不亮了');
    await tap('下一步');
    await tap('下一步');
    expect(screen.getAllByText('请选一下在哪儿').length).toBeGreaterThan(0);
  });

  it('puts the numbers to call before the form in an emergency', async () => {
    await after(() => void render(<FilePage />));
    await write(WORDS, '楼道里有很大的煤气味');
    const card = await screen.findByText('这种情况先打电话');
    const photo = screen.getByText('先拍张照片');
    expect(card.compareDocumentPosition(photo) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await tap(/119/);
    expect(done).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '119' }) });
    expect(await screen.findByText(/安居物业/)).toBeTruthy();
  });

  it('sends what was written and opens the new request', async () => {
    api.on(fileRequest, () => aView({ id: 'r9' }));
    await fill();
    await tap('提交报修');
    expect(api.asked(fileRequest)[0]?.body).toMatchObject({
      category: 'lighting',
      words: '门口的灯不亮了',
      placeId: COMPOUND,
      visibility: 'public',
    });
    expect(done).toContainEqual({
      name: 'redirectTo',
      options: { url: '/requests/pages/detail/index?id=r9&filed=1' },
    });
  });

  it('says why it was refused and keeps the form', async () => {
    api.on(fileRequest, () => refuse('holder-unknown'));
    await fill();
    await tap('提交报修');
    expect(await screen.findByText('没有找到接手的单位。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '提交报修' }).hasAttribute('disabled')).toBe(false);
  });

  it('says that an answer was lost, and offers no second submission', async () => {
    api.on(fileRequest, () => undefined);
    await fill();
    await tap('提交报修');
    expect(await screen.findByText(/不确定有没有提交成功/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '提交报修' }).hasAttribute('disabled')).toBe(true);
    expect(api.asked(fileRequest)).toHaveLength(1);
  });

  it('keeps it for later without a network', async () => {
    await fill();
    await after(() => setNetwork(false));
    await tap('提交报修');
    expect(await screen.findByText(/已存为待发送/)).toBeTruthy();
    expect(api.asked(fileRequest)).toHaveLength(0);
    expect(outboxEntries()).toMatchObject([{ state: 'waiting' }]);
  });
});
