import { readFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import path from 'node:path';

export interface Device {
  /** Where the mini-program's API address really leads: `http://127.0.0.1:8311/api`. */
  readonly apiBase: string;
  /** The code wx.login gives: from the WeChat stand-in's demo phone. */
  readonly loginCode: () => string | Promise<string>;
  /** Files the album holds. */
  readonly photos?: readonly string[];
  /** What the camera reads from a code. */
  readonly scanned?: string;
  /** Answers to subscribe prompts; all accepted by default. */
  readonly subscribe?: 'accept' | 'reject';
}

export interface DeviceCall {
  readonly name: string;
  readonly options: unknown;
}

interface Options {
  readonly url?: string;
  readonly method?: string;
  readonly header?: Record<string, string>;
  readonly data?: unknown;
  readonly filePath?: string;
  readonly name?: string;
  readonly src?: string;
  readonly count?: number;
  readonly formData?: Record<string, string>;
  readonly tmplIds?: readonly string[];
  readonly success?: (answer: unknown) => void;
  readonly fail?: (fault: unknown) => void;
  readonly complete?: (end: unknown) => void;
}

/** WeChat's way of answering: callbacks, never in the same turn; a promise to whoever gives no callback. */
const answering =
  (work: (options: Options) => unknown, pending: Set<Promise<unknown>>) =>
  (options: Options = {}) => {
    const answer = (async () => work(options))();
    const done = answer.then(
      (answer) => {
        options.success?.(answer);
        options.complete?.(answer);
      },
      (fault: unknown) => {
        const told = { errMsg: `fail ${String(fault)}` };
        options.fail?.(told);
        options.complete?.(told);
      },
    );
    pending.add(done);
    void done.finally(() => pending.delete(done));
    if (!options.success && !options.fail && !options.complete) return answer;
    return { abort: () => undefined, onProgressUpdate: () => undefined, onHeadersReceived: () => undefined };
  };

/** The address that was built in gives way to the one given: the same bundle meets any server. */
const BUILT_IN = /^https?:\/\/[^/]+\/api(?=\/)/;

/** Headers as WeChat hands them over: a plain object. */
const headersOf = (headers: Headers): Record<string, string> => {
  const plain: Record<string, string> = {};
  headers.forEach((value, name) => {
    plain[name] = value;
  });
  return plain;
};

const requestAt =
  (apiBase: string) =>
  async ({ url = '', method = 'GET', header = {}, data }: Options) => {
    const body = data === undefined ? {} : { body: typeof data === 'string' ? data : JSON.stringify(data) };
    const reply = await fetch(url.replace(BUILT_IN, apiBase), { method, headers: header, ...body });
    return {
      statusCode: reply.status,
      header: headersOf(reply.headers),
      data: await reply.text(),
      errMsg: 'request:ok',
    };
  };

const upload = async ({ url = '', filePath = '', name = 'file', formData = {} }: Options) => {
  const body = new FormData();
  for (const [field, value] of Object.entries(formData)) body.append(field, value);
  body.append(name, new Blob([new Uint8Array(await readFile(filePath))]), path.basename(filePath));
  const reply = await fetch(url, { method: 'POST', body });
  return { statusCode: reply.status, data: await reply.text(), errMsg: 'uploadFile:ok' };
};

/**
 * The `wx` object, as far as the app uses it. Network goes over real HTTP; what only a phone can do (calling,
 * copying, showing photos) is recorded in `calls`.
 */
export const makeWx = (device: Device, calls: DeviceCall[], pending: Set<Promise<unknown>>) => {
  const storage = new Map<string, unknown>();
  const act = (work: (options: Options) => unknown) => answering(work, pending);
  const noted = (name: string, answer: unknown = { errMsg: `${name}:ok` }) =>
    act((options) => {
      calls.push({ name, options });
      return answer;
    });
  const nothing = () => undefined;
  const screen = {
    windowWidth: 390,
    windowHeight: 844,
    screenWidth: 390,
    screenHeight: 844,
    statusBarHeight: 47,
    pixelRatio: 3,
  };
  const base = {
    SDKVersion: '3.8.0',
    version: '8.0.50',
    fontSizeScaleFactor: 1,
    fontSizeSetting: 16,
    language: 'zh_CN',
    theme: 'light',
  };
  return {
    request: act(requestAt(device.apiBase)),
    uploadFile: act(upload),
    login: act(async () => ({ code: await device.loginCode(), errMsg: 'login:ok' })),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getWindowInfo: () => screen,
    getAppBaseInfo: () => base,
    getDeviceInfo: () => ({ platform: 'devtools', brand: 'harness', model: 'harness', system: 'none' }),
    getSystemSetting: () => ({}),
    getSystemInfoSync: () => ({ ...screen, ...base, platform: 'devtools' }),
    getSystemInfo: act(() => ({ ...screen, ...base })),
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getNetworkType: act(() => ({ networkType: 'wifi' })),
    onNetworkStatusChange: nothing,
    onNeedPrivacyAuthorization: nothing,
    onAppShow: nothing,
    onAppHide: nothing,
    canIUse: () => true,
    nextTick: (then: () => void) => void setTimeout(then, 0),
    chooseMedia: act(({ count = 1 }) => ({
      tempFiles: (device.photos ?? [])
        .slice(0, count)
        .map((file) => ({ tempFilePath: file, size: statSync(file).size, fileType: 'image' })),
    })),
    getImageInfo: act(({ src }) => ({ width: 1200, height: 900, path: src, type: 'jpeg' })),
    compressImage: act(({ src }) => ({ tempFilePath: src })),
    getFileSystemManager: () => ({ getFileInfo: act(({ filePath = '' }) => ({ size: statSync(filePath).size })) }),
    requestSubscribeMessage: act(({ tmplIds = [] }) => ({
      ...Object.fromEntries(tmplIds.map((id) => [id, device.subscribe ?? 'accept'])),
      errMsg: 'requestSubscribeMessage:ok',
    })),
    scanCode: act(() => {
      if (device.scanned === undefined) throw new Error('cancel');
      return { result: device.scanned };
    }),
    getLocation: act(() => {
      throw new Error('auth deny');
    }),
    makePhoneCall: noted('makePhoneCall'),
    setClipboardData: noted('setClipboardData'),
    addPhoneCalendar: noted('addPhoneCalendar'),
    previewImage: noted('previewImage'),
    setNavigationBarTitle: noted('setNavigationBarTitle'),
    stopPullDownRefresh: noted('stopPullDownRefresh'),
    pageScrollTo: noted('pageScrollTo'),
    vibrateShort: noted('vibrateShort'),
  };
};
