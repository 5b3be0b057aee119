import { S3Error } from './errors';

export interface Form {
  /** Fields before the file, names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly name: string; readonly type: string | undefined; readonly bytes: Buffer };
}

const malformed = (why: string): S3Error => new S3Error(400, 'MalformedPOSTRequest', why);

interface Part {
  readonly name: string;
  readonly fileName: string;
  readonly type: string | undefined;
  readonly bytes: Buffer;
}

const parameter = (header: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(header)?.[1];

const partOf = (bytes: Buffer): Part => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw malformed('a part has no headers');
  const headers = new Map(
    bytes
      .subarray(0, end)
      .toString('utf8')
      .split('\r\n')
      .map((line): [string, string] => {
        const cut = line.indexOf(':');
        return [line.slice(0, cut).trim().toLowerCase(), line.slice(cut + 1).trim()];
      }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (name === undefined) throw malformed('a part has no name');
  return {
    name: name.toLowerCase(),
    fileName: parameter(disposition, 'filename') ?? '',
    type: headers.get('content-type'),
    bytes: bytes.subarray(end + 4),
  };
};

const partsOf = (body: Buffer, boundary: string): Part[] => {
  const mark = Buffer.from(`\r\n--${boundary}`);
  // The first mark has no line before it; adding one makes all marks alike.
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Part[] = [];
  let from = text.indexOf(mark);
  while (from >= 0) {
    const start = from + mark.length;
    const next = text.indexOf(mark, start);
    if (text.subarray(start, start + 2).toString() === '--') return parts;
    if (next < 0) break;
    parts.push(partOf(text.subarray(start + 2, next)));
    from = next;
  }
  throw malformed('the form does not end');
};

/** Reads a `multipart/form-data` upload; S3 ignores whatever follows the file, and so do we. */
export const readForm = (contentType: string, body: Buffer): Form => {
  const boundary = /^multipart\/form-data\s*;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw malformed('not a multipart form');
  const parts = partsOf(body, boundary);
  const at = parts.findIndex(({ name }) => name === 'file');
  const file = parts[at];
  if (file === undefined) throw new S3Error(400, 'InvalidArgument', 'POST requires exactly one file upload');
  const fields = new Map(parts.slice(0, at).map(({ name, bytes }) => [name, bytes.toString('utf8')]));
  return { fields, file: { name: file.fileName, type: file.type, bytes: file.bytes } };
};
