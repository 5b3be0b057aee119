/** WeChat's error codes that the stand-in gives, with the words of its documentation. */
export const WECHAT_ERRORS = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  41001: 'access_token missing',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45002: 'content size out of limit',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired',
} as const;
export type WechatErrorCode = keyof typeof WECHAT_ERRORS;

/** Thrown inside the stand-in; WeChat answers it with HTTP 200. */
export class WechatRefusal extends Error {
  override readonly name = 'WechatRefusal';
  constructor(
    readonly errcode: WechatErrorCode,
    detail = '',
  ) {
    super(`${WECHAT_ERRORS[errcode]}${detail && ` ${detail}`}`);
  }
}
