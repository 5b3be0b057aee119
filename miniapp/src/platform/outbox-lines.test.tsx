import { render, screen } from '@testing-library/react';
import { nudgeRequest } from '@gongyi/shared/requests/contract';
import { refuse } from '@gongyi/shared/kernel/refusal';
import { fakeApi } from '../../test/fake-api';
import { after, tap } from '../../test/finger';
import { signInAs } from '../../test/samples';
import { reset, setNetwork } from '../../test/taro-stub';
import { startNetwork } from './network';
import { resendNow, submit } from './outbox';
import { OutboxLines } from './outbox-lines';

describe('what is still on its way', () => {
  beforeAll(startNetwork);

  it('says why it was refused when it was sent at last, and goes when that is seen', async () => {
    reset();
    const api = fakeApi();
    signInAs();
    setNetwork(false);
    await submit(nudgeRequest, { params: { requestId: 'r1' }, body: { rev: 3 } }, { title: '催办' });
    await after(() => void render(<OutboxLines />));
    expect(screen.getByText('催办 · 待发送：有网络时自动发出')).toBeTruthy();

    api.on(nudgeRequest, () => refuse('already-held', { byName: '供热公司' }));
    setNetwork(true);
    await after(() => void resendNow());
    expect(screen.getByText('催办 · 没有送成：供热公司已经接了。')).toBeTruthy();
    await tap('知道了');
    expect(screen.queryByText(/催办/)).toBeNull();
  });
});
