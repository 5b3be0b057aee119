import Taro from '@tarojs/taro';

/** Things the device does for us. A person who thinks better of it is no error. */
export const callPhone = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
};

export const copyWords = async (data: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data });
    return true;
  } catch {
    return false;
  }
};

/** Brings what bears this id into view: the first thing that is still to be answered. */
export const scrollTo = (id: string): void => {
  Taro.pageScrollTo({ selector: `#${id}`, duration: 200, offsetTop: -72 }).catch(() => undefined);
};

/** Photos one by one over the whole screen. */
export const openPhotos = (urls: readonly string[], at: number): void => {
  const current = urls[at];
  if (current !== undefined) Taro.previewImage({ urls: [...urls], current }).catch(() => undefined);
};

/** What a scanned code says; undefined when nothing was scanned, or where the device cannot scan. */
export const scanCode = async (): Promise<string | undefined> => {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: false });
    return result;
  } catch {
    return undefined;
  }
};

export const canScan = (): boolean => process.env.TARO_ENV === 'weapp';

/** Where the person is, roughly, if they allow it: degrees. */
export const whereAmI = async (): Promise<{ lat: number; lng: number } | undefined> => {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' });
    return { lat: latitude, lng: longitude };
  } catch {
    return undefined;
  }
};

/** WeChat has a map of its own; the web page has none. */
export const canShowMap = process.env.TARO_ENV === 'weapp';

/** Opens WeChat's map at a point in degrees × 1e6. */
export const showOnMap = (point: { readonly lat: number; readonly lng: number }, name: string): void => {
  Taro.openLocation({ latitude: point.lat / 1e6, longitude: point.lng / 1e6, name }).catch(() => undefined);
};

interface Insets {
  /** Height of the status bar, then of the row beside WeChat's capsule, and the room left of it, in px. */
  readonly statusBar: number;
  readonly bar: number;
  readonly right: number;
}

/** Room to leave on a page whose top is our own. On the web there is no capsule. */
export const topInsets = (): Insets => {
  if (process.env.TARO_ENV !== 'weapp') return { statusBar: 0, bar: 52, right: 0 };
  const capsule = Taro.getMenuButtonBoundingClientRect();
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  return {
    statusBar: statusBarHeight,
    bar: (capsule.top - statusBarHeight) * 2 + capsule.height,
    right: windowWidth - capsule.left + 8,
  };
};
