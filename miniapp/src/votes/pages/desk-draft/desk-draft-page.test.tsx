import { render, screen } from '@testing-library/react';
import { getPlace } from '@gongyi/shared/district/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { amendVote, draftVote } from '@gongyi/shared/votes/contract-preparing';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap, write } from '../../../../test/finger';
import { COMPOUND, aMe, signInAs } from '../../../../test/samples';
import { done, openWith, reset } from '../../../../test/taro-stub';
import { aVote } from '../../../../test/vote-samples';
import DeskDraftPage from '.';

let api: ReturnType<typeof fakeApi>;
const show = async () => {
  await after(() => void render(<DeskDraftPage />));
  await screen.findByLabelText('这次表决叫什么');
};
const draft = () => aVote({ status: 'draft', scrutineers: [{ name: '赵监票', personId: 'p9', mine: false }] });

beforeEach(() => {
  reset();
  api = fakeApi();
  api.on(getPlace, () => ({ place: { id: COMPOUND, name: '和谐家园' }, path: [] }));
  signInAs(aMe());
  openWith({ compound: COMPOUND });
});

describe('writing a vote', () => {
  it('says what is missing at its place and sends nothing', async () => {
    await show();
    await tap('存为草稿');
    expect(screen.getByText('请写一个名称，最多 60 个字')).toBeTruthy();
    expect(screen.getByText('请写明要表决的内容')).toBeTruthy();
    expect(api.asked(draftVote)).toHaveLength(0);
  });

  it('says the threshold in words as soon as the kind is chosen, with its article', async () => {
    await show();
    await tap(/改建、重建/, screen, 'radio');
    expect(screen.getByText(/同意须达到参与者的四分之三/)).toBeTruthy();
    expect(screen.getByText('民法典第二百七十八条第一款第(七)项、第二款')).toBeTruthy();
  });

  it('asks for the fund plan of a fund matter, in yuan, and sends whole fen', async () => {
    await show();
    api.on(draftVote, () => aVote({ status: 'draft' }));
    await write('这次表决叫什么', '换水泵');
    await tap(/^业主委员会/, screen, 'radio');
    await tap(/^使用维修资金/, screen, 'radio');
    await write('事项名称', '更换水泵');
    await write('表决内容，逐字写明', '更换二次供水水泵两台。');
    await write('做什么工程', '换两台水泵');
    await write('预算', '12000.5');
    await write('范围内维修资金余额', '500000');
    await write('从维修资金里出', '12000.5');
    await tap('按面积分摊', screen, 'radio');
    await tap('存为草稿');
    expect(api.asked(draftVote)[0]?.body).toEqual({
      title: '换水泵',
      starter: 'owners-committee',
      scope: { kind: 'compound' },
      matters: [
        {
          kind: 'fund-use',
          title: '更换水泵',
          words: '更换二次供水水泵两台。',
          attachments: [],
          fund: {
            works: '换两台水泵',
            budget: 1_200_050,
            balance: 50_000_000,
            fromFund: 1_200_050,
            apportionment: 'by-area',
          },
        },
      ],
    });
    expect(done.at(-1)?.options).toEqual({ url: '/votes/pages/desk-vote/index?id=v1' });
  });

  it('sends a lost submission again under the same key, and says that its fate is unknown', async () => {
    openWith({ compound: COMPOUND, topicId: 't7', title: '选聘物业', kind: 'property-company-hiring' });
    await show();
    api.on(draftVote, () => undefined);
    await tap(/^业主委员会/, screen, 'radio');
    await write('表决内容，逐字写明', '选聘示例物业。');
    await tap('存为草稿');
    expect(screen.getByText(/还不知道有没有记上/)).toBeTruthy();
    api.on(draftVote, () => aVote({ status: 'draft' }));
    await tap('存为草稿');
    const [first, second] = api.asked(draftVote);
    expect(second?.key).toBe(first?.key);
    expect(second?.body).toMatchObject({
      title: '选聘物业',
      topicId: 't7',
      matters: [{ kind: 'property-company-hiring' }],
    });
  });

  it('refuses an even number of seats before it is sent', async () => {
    await show();
    await tap(/^选举、更换业委会/, screen, 'radio');
    await write('业委会共有委员几名', '6');
    expect(screen.getByText('委员要 5 到 11 名，而且是单数')).toBeTruthy();
  });

  it('fills seats left empty, of a committee whose size is said beside', async () => {
    await show();
    api.on(draftVote, () => aVote({ status: 'draft' }));
    await write('这次表决叫什么', '补选');
    await tap(/^业主委员会/, screen, 'radio');
    await tap(/^选举、更换业委会/, screen, 'radio');
    await write('事项名称', '补选委员');
    await write('表决内容，逐字写明', '补选空缺的委员两名。');
    expect(screen.queryByLabelText('这次补选几名')).toBeNull();
    await tap(/^补选/, screen, 'radio');
    await write('这次补选几名', '6');
    expect(screen.getByText('至少 1 名，不超过业委会的委员人数')).toBeTruthy();
    await write('这次补选几名', '2');
    await tap('存为草稿');
    expect(api.asked(draftVote)[0]?.body).toMatchObject({
      matters: [{ election: { seats: 2, size: 5, alternates: 0 } }],
    });
  });
});

describe('changing a draft', () => {
  it('keeps the scrutineers it names, and reads the vote anew when somebody was faster', async () => {
    openWith({ id: 'v1' });
    api.on(getVote, draft);
    await show();
    api.on(amendVote, () => refuse('changed-meanwhile'));
    await write('这次表决叫什么', '换物业');
    await tap('保存修改');
    expect(api.asked(amendVote)[0]?.body).toMatchObject({
      rev: 4,
      title: '换物业',
      matters: [{ id: 'm1' }],
      scrutineerIds: ['p9'],
    });
    expect(api.asked(getVote)).toHaveLength(2);
  });
});
