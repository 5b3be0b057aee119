import { render, screen } from '@testing-library/react';
import { listMyTopics } from '@gongyi/shared/council/contract';
import { fakeApi } from '../../../../test/fake-api';
import { after, tap } from '../../../../test/finger';
import { signInAs } from '../../../../test/samples';
import { done, reset } from '../../../../test/taro-stub';
import { aTopicRow } from '../../../../test/topic-samples';
import { forgetSession } from '../../../platform/session-token';
import MyTopicsPage from '.';

let api: ReturnType<typeof fakeApi>;

beforeEach(() => {
  reset();
  api = fakeApi();
  signInAs();
});

describe('my topics', () => {
  it('shows what became of them, and opens one', async () => {
    api.on(listMyTopics, () => ({ items: [aTopicRow({ status: 'on-notice' })] }));
    await after(() => void render(<MyTopicsPage />));
    expect(await screen.findByText('公示中')).toBeTruthy();
    await tap(/北门装电动车充电桩/);
    expect(done).toContainEqual({ name: 'navigateTo', options: { url: '/council/pages/topic/index?id=t1' } });
  });

  it('asks nobody’s topics of the server before somebody is signed in', async () => {
    forgetSession();
    await after(() => void render(<MyTopicsPage />));
    expect(screen.getByRole('button', { name: '登录看看' })).toBeTruthy();
    expect(api.asked(listMyTopics)).toHaveLength(0);
  });
});
