import { render, screen } from '@testing-library/react';
import { amendTopic, getTopic, listTopics, proposeTopic, secondTopic } from '@gongyi/shared/council/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { done, openWith, reset, setNetwork } from '../../../../test/taro-stub';
import { aTopic, aTopicRow } from '../../../../test/topic-samples';
import { chooseCompound, dismissSent } from '../../../platform';
import { startNetwork } from '../../../platform/network';
import { outboxEntries } from '../../../platform/outbox';
import ProposePage from '.';

let api: ReturnType<typeof fakeApi>;
const TITLE = '议题，一句话';
const WORDS = '怎么回事，希望怎么办';
const show = () => after(() => void render(<ProposePage />));
const fill = async () => {
  await show();
  await write(TITLE, '中心花园补种树');
  await write(WORDS, '去年旱死了六棵，春天补上。');
};

beforeAll(startNetwork);
beforeEach(() => {
  reset();
  setNetwork(true);
  for (const { key } of outboxEntries()) dismissSent(key);
  api = fakeApi();
  api.on(listTopics, () => ({ items: [] }));
  signInAs();
  chooseCompound(COMPOUND);
});

describe('proposing', () => {
  it('says what is still open, and sends nothing', async () => {
    await show();
    await write(TITLE, '中心花园补种树');
    await tap('提交议题');
    expect(screen.getAllByText('请写明怎么回事、希望怎么办').length).toBeGreaterThan(0);
    expect(api.asked(proposeTopic)).toHaveLength(0);
  });

  it('hands in one matter and opens it', async () => {
    api.on(proposeTopic, () => aTopic({ id: 't9', mine: true }));
    await fill();
    await tap('提交议题');
    expect(api.asked(proposeTopic)[0]).toMatchObject({
      params: { compoundId: COMPOUND },
      body: {
        title: '中心花园补种树',
        words: '去年旱死了六棵，春天补上。',
        matter: 'common-affairs',
        photos: [],
        asParty: false,
      },
    });
    expect(done).toContainEqual({
      name: 'redirectTo',
      options: { url: '/council/pages/topic/index?id=t9&proposed=1' },
    });
  });

  it('warns while one writes of what only the owners may decide, and still takes it', async () => {
    api.on(proposeTopic, () => aTopic({ id: 't9' }));
    await fill();
    expect(screen.queryByText(/四方会议不能议定/)).toBeNull();
    await write(WORDS, '请大家补交维修资金，把电梯修好。');
    expect(screen.getByText(/民法典第二百七十八条第（六）项.*四方会议不能议定/)).toBeTruthy();
    await tap('提交议题');
    expect(api.asked(proposeTopic)).toHaveLength(1);
  });

  it('takes the kind of matter by a tap, with what the law says of it', async () => {
    api.on(proposeTopic, () => aTopic());
    await fill();
    await tap('换一类');
    await tap(/改建、重建，加装电梯.*民法典第二百七十八条第（七）项/, sheet(), 'radio');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/四方会议不能议定/)).toBeTruthy();
    await tap('提交议题');
    expect(api.asked(proposeTopic)[0]?.body).toMatchObject({ matter: 'rebuilding' });
  });

  it('offers to second what is there already', async () => {
    api.on(listTopics, ({ query }) => ({ items: query['stage'] === 'gathering' ? [aTopicRow({ rev: 6 })] : [] }));
    api.on(secondTopic, () => aTopic({ secondedByMe: true }));
    await show();
    expect(screen.queryByText('小区里有人提过相近的议题')).toBeNull();
    await write(TITLE, '北门口加装充电桩');
    expect(await screen.findByText('小区里有人提过相近的议题')).toBeTruthy();
    await tap('我要附议：北门装电动车充电桩');
    expect(api.asked(secondTopic)[0]).toMatchObject({ params: { topicId: 't1' }, body: { rev: 6 } });
    expect(api.asked(proposeTopic)).toHaveLength(0);
    expect(done).toContainEqual({
      name: 'redirectTo',
      options: { url: '/council/pages/topic/index?id=t1&seconded=1' },
    });
  });

  it('seconds nothing that was amended meanwhile, shows how it reads now and keeps what is written', async () => {
    const now = (title: string, rev: number) =>
      api.on(listTopics, ({ query }) => ({
        items: query['stage'] === 'gathering' ? [aTopicRow({ title, rev })] : [],
      }));
    now('北门装电动车充电桩', 6);
    api.on(secondTopic, () => refuse('amended-since'));
    await show();
    await write(TITLE, '北门口加装充电桩');
    await screen.findByText('小区里有人提过相近的议题');
    now('北门、南门装电动车充电桩', 7);
    await tap('我要附议：北门装电动车充电桩');
    expect(await screen.findByRole('button', { name: '我要附议：北门、南门装电动车充电桩' })).toBeTruthy();
    expect(screen.getByText('议题内容已修改，请看后再附议。')).toBeTruthy();
    expect(screen.getByDisplayValue('北门口加装充电桩')).toBeTruthy();
  });

  it('lets people of a party choose in which quality they propose', async () => {
    const grant = {
      id: 'g1',
      role: 'owners-committee-member' as const,
      placeId: COMPOUND,
      scopeName: '幸福业委会',
      from: 1,
    };
    signInAs(aMe({ grants: [grant] }));
    api.on(proposeTopic, () => aTopic());
    await fill();
    await tap(/代表本单位.*幸福业委会/, screen, 'radio');
    await tap('提交议题');
    expect(api.asked(proposeTopic)[0]?.body).toMatchObject({ asParty: true });
  });

  it('tells who does not live here before they write for nothing', async () => {
    signInAs(aMe({ homes: [] }));
    await show();
    expect(screen.getByText(/认领并核实后才能提议/)).toBeTruthy();
    await after(() => signInAs());
    expect(screen.queryByText(/认领并核实后才能提议/)).toBeNull();
  });

  it('says why it was refused and keeps the form, under another key', async () => {
    api.on(proposeTopic, () => refuse('place-unknown'));
    await fill();
    await tap('提交议题');
    expect(await screen.findByText('没有找到这个地方，请重新选择。')).toBeTruthy();
    await tap('提交议题');
    const [first, second] = api.asked(proposeTopic);
    expect(first?.key).toBeTruthy();
    expect(second?.key).not.toBe(first?.key);
  });

  it('says that an answer was lost, and offers no second submission', async () => {
    api.on(proposeTopic, () => undefined);
    await fill();
    await tap('提交议题');
    expect(await screen.findByText(/不确定有没有提交成功/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '提交议题' }).hasAttribute('disabled')).toBe(true);
  });

  it('keeps it for later without a network', async () => {
    await fill();
    await after(() => setNetwork(false));
    await tap('提交议题');
    expect(await screen.findByText(/已存为待发送/)).toBeTruthy();
    expect(outboxEntries()).toMatchObject([{ state: 'waiting', title: '中心花园补种树' }]);
  });
});

describe('writing it anew', () => {
  it('starts from what stands there, and says which version was seen', async () => {
    openWith({ topicId: 't1' });
    api.on(getTopic, () => aTopic({ mine: true, rev: 8, moves: ['amend'], spot: '北门车棚' }));
    api.on(amendTopic, () => aTopic({ version: 2 }));
    await show();
    expect(await screen.findByDisplayValue('北门车棚')).toBeTruthy();
    await write(TITLE, '北门、南门都装充电桩');
    await tap('提交修改');
    expect(api.asked(amendTopic)[0]?.body).toMatchObject({ rev: 8, title: '北门、南门都装充电桩', spot: '北门车棚' });
    expect(api.asked(listTopics)).toHaveLength(0);
    expect(done).toContainEqual({ name: 'redirectTo', options: { url: '/council/pages/topic/index?id=t1' } });
  });
});
