import type { MediaType } from '@gongyi/shared/media/contract';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);
const ascii = (word: string): number[] => [...word].map((letter) => letter.charCodeAt(0));

/** Whether bytes are what their type says, by the marks every file of that type begins with. */
export const looksLike = (bytes: Uint8Array, contentType: MediaType): boolean => {
  switch (contentType) {
    case 'image/jpeg':
      return startsWith(bytes, [0xff, 0xd8, 0xff]);
    case 'image/png':
      return startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    case 'image/webp':
      return startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8);
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
    case 'text/csv':
      return !bytes.subarray(0, 4096).includes(0);
  }
};
