import { inflateRawSync } from 'node:zlib';

/**
 * Opens an xlsx (a zip) without trusting it: sizes are added up from the central directory before
 * anything is inflated, and inflation itself stops at the size the directory promised.
 */
const MOST = { entries: 400, inflated: 48 * 1024 * 1024 } as const;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Unzipped = { readonly files: readonly ZipFile[] } | { readonly fault: 'unreadable' | 'too-large' };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const UNREADABLE = { fault: 'unreadable' } as const;
const TOO_LARGE = { fault: 'too-large' } as const;

const readDirectory = (zip: Buffer): Entry[] | 'too-large' | undefined => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > MOST.entries) return 'too-large';
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.readUInt16LE(at + 8) & ENCRYPTED) return undefined;
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
};

const inflate = (zip: Buffer, { method, packed, size, at }: Entry): Buffer | undefined => {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL_ENTRY) return undefined;
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const body = zip.subarray(start, start + packed);
  if (body.length !== packed) return undefined;
  if (method === STORED) return packed === size ? body : undefined;
  if (method !== DEFLATED) return undefined;
  try {
    const bytes = inflateRawSync(body, { maxOutputLength: Math.max(size, 1) });
    return bytes.length === size ? bytes : undefined;
  } catch {
    // Broken data, or more of it than the directory promised.
    return undefined;
  }
};

/** The entries whose name `wanted` accepts, inflated. Faults: `too-large` by the directory, `unreadable` otherwise. */
export const unzip = (zip: Buffer, wanted: (name: string) => boolean): Unzipped => {
  const entries = readDirectory(zip);
  if (entries === 'too-large') return TOO_LARGE;
  if (!entries) return UNREADABLE;
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST.inflated) return TOO_LARGE;
  const files: ZipFile[] = [];
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    const bytes = inflate(zip, entry);
    if (!bytes) return UNREADABLE;
    files.push({ name: entry.name, bytes });
  }
  return { files };
};

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

const crc32 = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
};

/** Packs files without compression: what the spreadsheet library opens then holds exactly what was checked. */
export const zipStored = (files: readonly ZipFile[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL_ENTRY);
    const entry = Buffer.alloc(6);
    entry.writeUInt32LE(DIRECTORY_ENTRY);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    locals.push(local, common, nameBytes, bytes);
    directory.push(entry, common, tail, nameBytes);
    at += 30 + nameBytes.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
};
