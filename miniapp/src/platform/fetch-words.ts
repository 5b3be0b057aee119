import Taro from '@tarojs/taro';

/** The words at an address outside the API (a signed address of a file); undefined if they could not be had. */
export const fetchWords = async (url: string): Promise<string | undefined> => {
  try {
    const reply = await Taro.request<unknown, string>({ url, method: 'GET', dataType: 'text', timeout: 60_000 });
    return reply.statusCode === 200 && typeof reply.data === 'string' ? reply.data : undefined;
  } catch {
    return undefined;
  }
};
