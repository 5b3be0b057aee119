import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { WechatApp } from './app';

/**
 * Message push in safe mode. Source: WeChat, "消息推送" and "消息加解密说明": AES-256-CBC under the
 * EncodingAESKey, IV its first 16 bytes, padding to 32; inside 16 random bytes, the length (4 bytes, big
 * endian), the message, the appid. Signatures are SHA-1 over the sorted, joined parts.
 */
const BLOCK = 32;

const sortedHash = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

const encrypt = (message: string, app: WechatApp): string => {
  const key = Buffer.from(`${app.callbackAesKey}=`, 'base64');
  const words = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const plain = Buffer.concat([randomBytes(16), length, words, Buffer.from(app.appId)]);
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    'base64',
  );
};

export interface Push {
  /** Query of the callback's address. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A push of `message` (JSON) as WeChat sends it at `now` (milliseconds). */
export const safePush = (message: object, openid: string, app: WechatApp, toUserName: string, now: number): Push => {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomBytes(5).readUIntBE(0, 5).toString();
  const sealed = encrypt(JSON.stringify(message), app);
  return {
    query: {
      signature: sortedHash(app.callbackToken, timestamp, nonce),
      timestamp,
      nonce,
      openid,
      encrypt_type: 'aes',
      msg_signature: sortedHash(app.callbackToken, timestamp, nonce, sealed),
    },
    body: JSON.stringify({ ToUserName: toUserName, Encrypt: sealed }),
  };
};
