import { act, renderHook, waitFor } from '@testing-library/react';
import { answerWith, reset, setNetwork } from '../../test/taro-stub';
import { startNetwork } from './network';
import { keepSession } from './session-token';
import { usePhotos } from './use-photos';

jest.mock('./pick-photos', () => ({
  pickPhotos: () => Promise.resolve([{ path: 'blob:one', bytes: 10, contentType: 'image/jpeg', name: 'one.jpg' }]),
}));
jest.mock('./post-file', () => ({ postFile: () => Promise.resolve(true) }));

beforeAll(startNetwork);
beforeEach(() => {
  reset();
  keepSession({ token: 'token-of-somebody-here', renewAfter: 9e15, expiresAt: 9e15, personId: 'p1' });
});

/** Camera and file store are the device's own; what is tried is that nothing picked is lost without a network. */
it('keeps a photo picked without a network, and sends it by itself when the network is back', async () => {
  setNetwork(false);
  const { result } = renderHook(() => usePhotos());
  await act(() => result.current.add());
  await waitFor(() => expect(result.current.failed).toBe(true));
  expect(result.current).toMatchObject({ missing: 1, mediaIds: [] });
  expect(result.current.photos[0]?.src).toBe('blob:one');

  answerWith(() => ({ statusCode: 200, data: { mediaId: 'm1', url: 'https://files.example', fields: {} } }));
  act(() => setNetwork(true));
  await waitFor(() => expect(result.current.mediaIds).toEqual(['m1']));
  expect(result.current).toMatchObject({ missing: 0, failed: false });
});
