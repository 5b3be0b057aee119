import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/**
 * How WeChat signs what it pushes: sha1 over the sorted parts, hex. In safe mode the message is AES-256-CBC
 * under the 43-character key, PKCS#7-padded to blocks of 32: 16 random bytes, length (4, big endian),
 * message, app id. https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html
 */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

export const signedBy = (given: string, ...parts: readonly string[]): boolean => {
  const expected = Buffer.from(signatureOf(...parts));
  const offered = Buffer.from(given);
  return expected.length === offered.length && timingSafeEqual(expected, offered);
};

const unpad = (bytes: Buffer): Buffer => {
  const length = bytes.at(-1) ?? 0;
  return length >= 1 && length <= 32 ? bytes.subarray(0, -length) : bytes;
};

/** The message in safe mode's envelope; undefined if it cannot be opened or is another app's. */
export const openEncrypted = (encrypted: string, aesKey: string, appId: string): string | undefined => {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const plain = unpad(Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]));
    const end = 20 + plain.readUInt32BE(16);
    return plain.subarray(end).toString('utf8') === appId ? plain.subarray(20, end).toString('utf8') : undefined;
  } catch {
    return undefined;
  }
};
