import { render, screen } from '@testing-library/react';
import {
  claimWish,
  getWish,
  helpWish,
  postWish,
  postWishFor,
  returnWish,
  seeWishContact,
  thankForWish,
  verifyWish,
} from '@gongyi/shared/volunteers/contract-wishes';
import type { WishView } from '@gongyi/shared/volunteers/contract-view';
import { fakeApi } from '../../../../test/fake-api';
import { after, sheet, tap, write } from '../../../../test/finger';
import { COMPOUND, signInAs } from '../../../../test/samples';
import { done, openWith, reset, setNetwork } from '../../../../test/taro-stub';
import { aWish } from '../../../../test/volunteer-samples';
import { chooseCompound, dismissSent } from '../../../platform';
import { startNetwork } from '../../../platform/network';
import { outboxEntries } from '../../../platform/outbox';
import PostWishPage from '../post-wish';
import WishPage from '.';

let api: ReturnType<typeof fakeApi>;
const open = async (view: WishView) => {
  openWith({ id: 'w1' });
  api.on(getWish, () => view);
  await after(() => void render(<WishPage />));
  await screen.findByText(view.title);
};

beforeAll(startNetwork);
beforeEach(() => {
  reset();
  setNetwork(true);
  for (const { key } of outboxEntries()) dismissSent(key);
  api = fakeApi();
  signInAs();
  chooseCompound(COMPOUND);
});

describe('a wish', () => {
  it('is claimed for a team one leads, after saying what that means', async () => {
    await open(aWish({ claimFor: [{ kind: 'team', id: 'm1', name: '幸福扫雪队' }] }));
    await tap('我来圆这个心愿');
    expect(sheet().getByText(/心愿人会知道是您/)).toBeTruthy();
    await tap('幸福扫雪队', sheet(), 'radio');
    api.on(claimWish, () =>
      aWish({ status: 'claimed', moves: ['progress', 'fulfil', 'release'], maySeeContact: true }),
    );
    await tap('我来圆这个心愿', sheet());
    expect(api.asked(claimWish)[0]?.body).toEqual({ rev: 2, teamId: 'm1' });
    api.on(seeWishContact, () => ({ name: '李大爷', phone: '19900000001' }));
    await tap('怎么联系心愿人');
    expect(screen.getByText('李大爷')).toBeTruthy();
  });

  it('comes true only with a photo', async () => {
    await open(aWish({ status: 'claimed', moves: ['fulfil', 'progress'] }));
    await tap('心愿实现了');
    await write('怎么实现的', '眼镜送到了', sheet());
    await tap('心愿实现了', sheet());
    expect(sheet().getByText(/请拍一张照片/)).toBeTruthy();
  });

  it('is helped with at once, and thanked for in words', async () => {
    await open(aWish({ status: 'claimed', moves: ['help'] }));
    api.on(helpWish, () => aWish({ status: 'claimed', moves: ['stop-helping', 'progress'] }));
    await tap('我也来帮忙');
    expect(api.asked(helpWish)[0]?.body).toEqual({ rev: 2 });
    expect(screen.getByRole('button', { name: '不帮忙了' })).toBeTruthy();
  });

  it('of mine that came true is thanked for', async () => {
    await open(aWish({ status: 'fulfilled', mine: true, moves: ['thank'] }));
    api.on(thankForWish, () => aWish({ status: 'fulfilled', thanked: true, moves: [] }));
    await tap('写句感谢');
    await write('想说的话', '谢谢小赵', sheet());
    await tap('写句感谢', sheet());
    expect(api.asked(thankForWish)[0]?.body).toEqual({ rev: 2, words: '谢谢小赵' });
  });

  it('is verified by the community, or given back with the reason', async () => {
    await open(aWish({ status: 'posted', moves: ['verify', 'return'] }));
    api.on(verifyWish, () => aWish());
    api.on(returnWish, () => aWish({ status: 'returned', moves: [] }));
    await tap('退回修改');
    await tap('退回修改', sheet());
    expect(api.asked(returnWish)).toHaveLength(0);
    await write('哪里要改', '请写清度数', sheet());
    await tap('退回修改', sheet());
    expect(api.asked(returnWish)[0]?.body).toEqual({ rev: 2, reason: '请写清度数' });
  });

  it('that is private shows what its wisher allows, and names nobody else', async () => {
    await open(aWish({ private: true, wisherName: undefined, compoundName: undefined, words: undefined, shows: [] }));
    expect(screen.getByText('一位邻居')).toBeTruthy();
    expect(screen.getByText(/心愿人只愿公开这些：无/)).toBeTruthy();
  });
});

describe('posting a wish', () => {
  const show = async (query: Record<string, string> = {}) => {
    openWith(query);
    await after(() => void render(<PostWishPage />));
  };
  const fill = async () => {
    await tap('一件东西', screen, 'radio');
    await write('心愿，一句话', '想要一副老花镜');
    await write('说说缘由，怎么才算圆了', '看报纸看不清了。');
  };

  it('tells of a field once it is left, and sends nothing that is not whole', async () => {
    await show();
    expect(screen.queryByText('请写一句')).toBeNull();
    await after(() => screen.getByLabelText('心愿，一句话').focus());
    await after(() => screen.getByLabelText('心愿，一句话').blur());
    expect(screen.getByText('请写一句')).toBeTruthy();
    expect(screen.queryByText('请选一种')).toBeNull();
    await tap('许下心愿');
    expect(screen.getByText('请选一种')).toBeTruthy();
    expect(api.asked(postWish)).toHaveLength(0);
  });

  it('keeps a private one to what may be shown', async () => {
    await show();
    await fill();
    await tap(/不想让所有人看到/, screen, 'checkbox');
    await tap('说明', screen, 'checkbox');
    api.on(postWish, () => aWish({ status: 'posted' }));
    await tap('许下心愿');
    expect(api.asked(postWish)[0]).toMatchObject({
      params: { compoundId: COMPOUND },
      body: { kind: 'goods', title: '想要一副老花镜', private: true, shows: ['words'], photos: [] },
    });
    expect(done).toContainEqual({ name: 'redirectTo', options: { url: '/volunteers/pages/wish/index?id=w1' } });
  });

  it('without an answer is unknown, and the same key is sent again', async () => {
    await show();
    await fill();
    api.on(postWish, () => undefined);
    await tap('许下心愿');
    expect(screen.getByText(/正在核对是否已提交/)).toBeTruthy();
    expect(outboxEntries()).toMatchObject([{ state: 'unknown', key: api.asked(postWish)[0]?.key }]);
  });

  it('for somebody without a phone says whose it is', async () => {
    await show({ for: '1' });
    await fill();
    await tap('许下心愿');
    expect(screen.getByText('请写心愿人姓名')).toBeTruthy();
    await write('心愿人姓名', '李大爷');
    api.on(postWishFor, () => aWish({ status: 'posted' }));
    await tap('许下心愿');
    expect(api.asked(postWishFor)[0]?.body).toMatchObject({ wisherName: '李大爷' });
  });
});
