import { cleanup, render, screen } from '@testing-library/react';
import { getNoticeSheet, getPublicNotice, objectForSomebody, objectToNotice } from '@gongyi/shared/council/contract';
import type { PublicNotice } from '@gongyi/shared/council/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { DAY, startOfDay } from '@gongyi/shared/kernel/time';
import { aSession, viewOf } from '../../../../test/council-samples';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { openWith, reset } from '../../../../test/taro-stub';
import { signOut } from '../../../platform';
import NoticePage from '.';

const aNotice = (part: Partial<PublicNotice> = {}): PublicNotice => ({
  sessionId: 's1',
  number: '1128-abcd',
  compoundId: COMPOUND,
  compoundName: '和谐家园',
  heldAt: Date.now() - 3 * DAY,
  publishedAt: Date.now() - DAY,
  endsAt: startOfDay(Date.now()) + 6 * DAY,
  resolutions: [
    {
      topicId: 't1',
      title: '门灯改造',
      words: '换成声控灯',
      by: 'vote',
      tasks: [{ id: 't1', words: '换灯', party: 'property-company', bodyName: '安居物业', steps: [], dueAt: 1 }],
    },
  ],
  minutes: '会议纪要全文',
  fingerprint: 'abc123',
  objections: [
    {
      rev: 9,
      onPaper: true,
      at: Date.now(),
      signature: '李**',
      words: '太亮',
      mine: false,
      answer: { at: Date.now(), words: '换暖光' },
    },
    { rev: 10, at: Date.now(), signature: '赵**', mine: false },
  ],
  mayObject: true,
  mayObjectFor: false,
  rev: 10,
  ...part,
});

let api: ReturnType<typeof fakeApi>;
const open = async () => {
  await after(() => void render(<NoticePage />));
  await screen.findByText('和谐家园四方共议议定事项公示');
};

beforeEach(() => {
  reset();
  openWith({ id: 's1' });
  api = fakeApi();
  api.on(getPublicNotice, () => aNotice());
});

describe('a public notice', () => {
  it('is open to anyone: resolutions, tasks, minutes, every objection with its answer or that it waits for one', async () => {
    await signOut();
    await open();
    for (const words of ['还剩 6 天', '换成声控灯', '换灯', '超期', '会议纪要全文', 'abc123', '太亮', '换暖光'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('内容正在核验')).toBeTruthy();
    expect(screen.getAllByText('等答复，答复前公示不会结束')).toHaveLength(1);
  });

  it('says that it is past its end and waits for the answer to an objection, and then that it is over', async () => {
    const [answered] = aNotice().objections;
    api.on(getPublicNotice, () => aNotice({ endsAt: Date.now() - DAY }));
    await open();
    expect(screen.getByText('到期，等答复异议')).toBeTruthy();
    cleanup();
    api.on(getPublicNotice, () => aNotice({ endsAt: Date.now() - 1, objections: answered ? [answered] : [] }));
    await open();
    expect(screen.getByText('公示已结束')).toBeTruthy();
  });

  it('takes an objection only with words and a signature, under the revision that was read', async () => {
    signInAs(aMe({ name: undefined }));
    await open();
    await tap('我有异议');
    await tap('署名提交', sheet());
    expect(sheet().getByText('请写明您的异议')).toBeTruthy();
    expect(sheet().getByText('请署上姓名')).toBeTruthy();
    expect(api.asked(objectToNotice)).toHaveLength(0);
    await write('您的异议', '灯太亮', sheet());
    await write('署名', '王小明', sheet());
    api.on(objectToNotice, () => refuse('deadline-passed', { at: Date.now() }));
    await tap('署名提交', sheet());
    expect(sheet().getByText(/已过期限/)).toBeTruthy();
    api.on(objectToNotice, () => viewOf(aSession({ status: 'on-notice' })));
    await tap('署名提交', sheet());
    expect(api.asked(objectToNotice).at(-1)?.body).toEqual({ rev: 10, words: '灯太亮', signature: '王小明' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(api.asked(getPublicNotice).length).toBeGreaterThan(1);
  });

  it('lets the community enter what was handed in on paper, marked so', async () => {
    signInAs();
    api.on(getPublicNotice, () => aNotice({ mayObject: false, mayObjectFor: true }));
    await open();
    await tap('录入书面异议');
    await write('异议的内容', '灯太亮', sheet());
    await write('提出人的署名', '老刘头', sheet());
    api.on(objectForSomebody, () => viewOf(aSession({ status: 'on-notice' })));
    await tap('录入', sheet());
    expect(api.asked(objectForSomebody)[0]?.body).toEqual({ rev: 10, words: '灯太亮', signature: '老刘头' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('书面提交')).toBeTruthy();
  });

  it('keeps what was written when no answer comes, and sends it again under the same key', async () => {
    signInAs();
    await open();
    await tap('我有异议');
    await write('您的异议', '灯太亮', sheet());
    api.on(objectToNotice, () => undefined);
    await tap('署名提交', sheet());
    await tap('署名提交', sheet());
    const keys = api.asked(objectToNotice).map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('offers no objecting where there may be none, and says that it is over', async () => {
    api.on(getPublicNotice, () => aNotice({ mayObject: false, endedAt: 1 }));
    await open();
    expect(screen.queryByRole('button', { name: '我有异议' })).toBeNull();
    expect(screen.getByText('公示已结束')).toBeTruthy();
  });

  it('opens the A4 page beside, for printing', async () => {
    const opened: string[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      opened.push(`${this.target} ${this.href}`);
    });
    api.on(getNoticeSheet, () => ({ url: 'https://files.example/n.pdf' }));
    await open();
    await tap('打印公示（A4）');
    expect(opened).toEqual(['_blank https://files.example/n.pdf']);
    click.mockRestore();
  });
});
