import Taro from '@tarojs/taro';

/** Tells whether there is a network, now and at every change. */
export const watchNetwork = (tell: (online: boolean) => void): void => {
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected));
  void Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') });
};
