/**
 * Taro in tests: a device with storage, pages that are simply shown, and a network whose answers the test gives
 * one by one (`answerWith`). What the screens do with the device is kept in `done`.
 */
interface Sent {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data?: string;
}

interface Reply {
  readonly statusCode: number;
  readonly data: unknown;
}

const stored = new Map<string, unknown>();
const networkListeners: ((state: { isConnected: boolean }) => void)[] = [];
let answering: ((sent: Sent) => Reply | undefined) | undefined;
let params: Record<string, string> = {};

export const done: { readonly name: string; readonly options: unknown }[] = [];
export const sent: Sent[] = [];

/** The network from now on; `undefined` loses the answer. */
export const answerWith = (answer: (sent: Sent) => Reply | undefined): void => {
  answering = answer;
};
/** What the page is opened with. */
export const openWith = (query: Record<string, string>): void => {
  params = query;
};
/** The network goes, or comes back. */
export const setNetwork = (isConnected: boolean): void => {
  for (const listener of networkListeners) listener({ isConnected });
  window.dispatchEvent(new Event(isConnected ? 'online' : 'offline'));
};
export const reset = (): void => {
  stored.clear();
  done.length = 0;
  sent.length = 0;
  answering = undefined;
  params = {};
};

const note = (name: string) => (options?: unknown) => {
  done.push({ name, options });
  return Promise.resolve({ errMsg: `${name}:ok` });
};

export const useDidShow = (_then: () => void): void => undefined;
export const useDidHide = (_then: () => void): void => undefined;
export const usePullDownRefresh = (_then: () => void): void => undefined;
export const useReachBottom = (_then: () => void): void => undefined;
export const useShareAppMessage = (_then: () => unknown): void => undefined;
export const useRouter = (): { params: Record<string, string> } => ({ params });

const Taro = {
  getStorageSync: (key: string) => stored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
  removeStorageSync: (key: string) => void stored.delete(key),
  onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => void networkListeners.push(listener),
  getNetworkType: ({ success }: { success: (answer: { networkType: string }) => void }) =>
    success({ networkType: 'wifi' }),
  request: async (options: Sent) => {
    sent.push(options);
    const reply = answering?.(options);
    if (!reply) throw new Error('no answer');
    return { ...reply, data: JSON.stringify(reply.data), header: {} };
  },
  getCurrentPages: () => [],
  getAppBaseInfo: () => ({}),
  navigateTo: note('navigateTo'),
  redirectTo: note('redirectTo'),
  switchTab: note('switchTab'),
  navigateBack: note('navigateBack'),
  makePhoneCall: note('makePhoneCall'),
  setClipboardData: note('setClipboardData'),
  previewImage: note('previewImage'),
  pageScrollTo: note('pageScrollTo'),
  stopPullDownRefresh: note('stopPullDownRefresh'),
};

export default Taro;
