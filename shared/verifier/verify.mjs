// @ts-check
/**
 * 独立核票程序 · the standalone verifier of an owners' vote.
 *
 * One file without imports, for Node 20 or later and for browsers. It shares no code with the system it checks:
 * SHA-256, the tree of RFC 6962, the reading of leaves and signed notes, the counting and article 278 of the Civil
 * Code are written here anew; signatures are checked by the runtime's own WebCrypto.
 *
 *     node verify.mjs bundle.json          checks a bundle or a receipt, prints what it finds, ends with 0 or 1
 *     node verify.mjs bundle.json <root>   checks as well that its root (hexadecimal) is the paper notice's
 *
 * A bundle proves itself against its own log key. Whoever holds that key could make another bundle: compare the
 * root and the key's fingerprint with the public notice, and look who cosigned.
 */

/* ------------------------------------------------------------------------------------------------ SHA-256 */

/**
 * First 32 bits behind the point of the square or cube roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3).
 * @type {(count: number, power: bigint) => Int32Array}
 */
const rootFractions = (count, power) => {
  const words = new Int32Array(count);
  for (let prime = 2n, at = 0; at < count; prime += 1n) {
    let divisor = 2n;
    while (divisor * divisor <= prime && prime % divisor !== 0n) divisor += 1n;
    if (divisor * divisor <= prime) continue;
    const target = prime << (32n * power);
    let root = 0n;
    for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** power <= target) root += bit;
    words[at] = Number(BigInt.asIntN(32, root));
    at += 1;
  }
  return words;
};
const ROUND = rootFractions(64, 3n);
const START = rootFractions(8, 2n);
const W = new Int32Array(64);

/** @type {(state: Int32Array, data: Uint8Array, offset: number) => void} */
const compress = (state, data, offset) => {
  for (let t = 0, at = offset; t < 16; t += 1, at += 4)
    W[t] = (data[at] << 24) | (data[at + 1] << 16) | (data[at + 2] << 8) | data[at + 3];
  for (let t = 16; t < 64; t += 1) {
    const x = W[t - 15];
    const y = W[t - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[t] = W[t - 16] + s0 + W[t - 7] + s1;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[t] + W[t]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
};

/** @type {(...parts: Uint8Array[]) => Uint8Array} */
const joined = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** @type {(message: Uint8Array) => Uint8Array} */
const sha256 = (message) => {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  const state = START.slice();
  for (let offset = 0; offset < padded.length; offset += 64) compress(state, padded, offset);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(4 * index, word));
  return new Uint8Array(digest.buffer);
};

/* ------------------------------------------------------------------------------------- bytes and their texts */

/** @type {(text: string) => Uint8Array} */
const utf8 = (text) => new TextEncoder().encode(text);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** @type {(bytes: Uint8Array) => string} */
const hexOf = (bytes) => {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
};
/** Of hexadecimal already known to be well formed. @type {(hex: string) => Uint8Array} */
const bytesOf = (hex) =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => parseInt(hex.slice(2 * at, 2 * at + 2), 16));

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Standard base 64, written in the one way there is; else undefined. @type {(text: string) => Uint8Array | undefined} */
const unBase64 = (text) => {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const letters = text.replace(/=+$/, '');
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const letter of letters) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  // Bits left over must be nought, or the same bytes could be written otherwise.
  return held === 0 ? Uint8Array.from(bytes) : undefined;
};

/** @type {(text: string) => string} */
const fingerprint = (text) => hexOf(sha256(utf8(text)));

/* ------------------------------------------------------------------------------- the Merkle tree of RFC 6962 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
/** @type {(left: Uint8Array, right: Uint8Array) => Uint8Array} */
const nodeOf = (left, right) => sha256(joined(NODE, left, right));

/** @type {(hashes: Uint8Array[]) => Uint8Array} */
const rootOf = (hashes) => {
  if (hashes.length === 0) return sha256(new Uint8Array());
  // Pairing neighbours and carrying an odd last one up gives the tree of RFC 6962 for every size.
  let level = hashes;
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? nodeOf(level[at], level[at + 1]) : level[at]);
    level = above;
  }
  return level[0];
};

/** @type {(left: Uint8Array, right: Uint8Array) => boolean} */
const same = (left, right) => left.length === right.length && left.every((byte, at) => byte === right[at]);
/** @type {(value: unknown) => Uint8Array} */
const hashArgument = (value) => {
  if (typeof value !== 'string' || !/^[0-9a-fA-F]{64}$/.test(value)) throw new TypeError('not a hash');
  return bytesOf(value);
};
/** @type {(value: unknown) => Uint8Array[]} */
const proofArgument = (value) => {
  if (!Array.isArray(value) || value.length > 128) throw new TypeError('not a proof');
  return Array.from(value, hashArgument);
};
/** @type {(value: unknown) => number} */
const sizeArgument = (value) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new TypeError('not a size');
  return value;
};
/** @type {(value: number) => number} */
const half = (value) => Math.floor(value / 2);

/**
 * Whether a leaf stands at `index` in the tree of `size` leaves with this `root` (RFC 9162, 2.1.3.2).
 * Hashes are hexadecimal. Whatever is not that is false; never throws.
 * @param {{ leafHash: string, index: number, size: number, proof: string[], root: string }} claim
 * @returns {boolean}
 */
export function verifyInclusion(claim) {
  try {
    const index = sizeArgument(claim.index);
    const size = sizeArgument(claim.size);
    const root = hashArgument(claim.root);
    let hash = hashArgument(claim.leafHash);
    if (index >= size) return false;
    let at = index;
    let last = size - 1;
    for (const other of proofArgument(claim.proof)) {
      if (last === 0) return false;
      if (at % 2 === 1 || at === last) {
        hash = nodeOf(other, hash);
        while (at % 2 === 0 && at !== 0) {
          at = half(at);
          last = half(last);
        }
      } else hash = nodeOf(hash, other);
      at = half(at);
      last = half(last);
    }
    return last === 0 && same(hash, root);
  } catch {
    return false;
  }
}

/**
 * Whether the tree of `size1` leaves is the beginning of the tree of `size2` leaves (RFC 9162, 2.1.4.2). The empty
 * tree is the beginning of every tree and says nothing, so `size1` of 0 is false. Never throws.
 * @param {{ size1: number, size2: number, root1: string, root2: string, proof: string[] }} claim
 * @returns {boolean}
 */
export function verifyConsistency(claim) {
  try {
    const size1 = sizeArgument(claim.size1);
    const size2 = sizeArgument(claim.size2);
    const path = proofArgument(claim.proof);
    if (size1 === 0 || size1 > size2) return false;
    if (size1 === size2) {
      // Nothing is hashed here: equal is equal, whatever the length (the public test vectors have short ones).
      const [root1, root2] = [claim.root1, claim.root2];
      if (typeof root1 !== 'string' || typeof root2 !== 'string' || !/^(?:[0-9a-fA-F]{2})+$/.test(root1)) return false;
      return path.length === 0 && root1.toLowerCase() === root2.toLowerCase();
    }
    const root1 = hashArgument(claim.root1);
    const root2 = hashArgument(claim.root2);
    if (path.length === 0) return false;
    if (Number.isInteger(Math.log2(size1)) && 2 ** Math.log2(size1) === size1) path.unshift(root1);
    let at = size1 - 1;
    let last = size2 - 1;
    while (at % 2 === 1) {
      at = half(at);
      last = half(last);
    }
    let older = path[0];
    let newer = path[0];
    for (const other of path.slice(1)) {
      if (last === 0) return false;
      if (at % 2 === 1 || at === last) {
        older = nodeOf(other, older);
        newer = nodeOf(other, newer);
        while (at % 2 === 0 && at !== 0) {
          at = half(at);
          last = half(last);
        }
      } else newer = nodeOf(newer, other);
      at = half(at);
      last = half(last);
    }
    return last === 0 && same(older, root1) && same(newer, root2);
  } catch {
    return false;
  }
}

/* ------------------------------------------------------------------------------- what a file may look like */

/** Tells what is wrong with a value at a place in the file: nothing is an empty list. @typedef {(value: unknown, place: string) => string[]} Form */

/** @type {(test: (value: unknown) => boolean, what: string) => Form} */
const form = (test, what) => (value, place) => (test(value) ? [] : [`${place} 不是${what}`]);
/** @type {(value: unknown) => value is number} */
const isWhole = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);

const text = form((value) => typeof value === 'string', '文字');
const whole = form(isWhole, '非负整数');
const positive = form((value) => isWhole(value) && value > 0, '正整数');
const flag = form((value) => typeof value === 'boolean', '真假值');
const hash = form((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value), '64 位十六进制数');
const mark = form((value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value), '32 位十六进制标记');
const identifier = form((value) => typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,79}$/.test(value), '编号');
/** @type {(...values: string[]) => Form} */
const oneOf = (...values) => form((value) => values.some((one) => one === value), values.join('、'));

/** @type {(item: Form, least?: number) => Form} */
const listOf =
  (item, least = 0) =>
  (value, place) => {
    if (!Array.isArray(value) || value.length < least) return [`${place} 不是列表或太短`];
    return value.flatMap((one, index) => item(one, `${place}[${index}]`));
  };
/** @type {(...items: Form[]) => Form} */
const tuple =
  (...items) =>
  (value, place) => {
    if (!Array.isArray(value) || value.length !== items.length) return [`${place} 应有 ${items.length} 项`];
    return items.flatMap((item, index) => item(value[index], `${place}[${index}]`));
  };
/** Exactly these keys; those whose names end in `?` may be absent. @type {(fields: Record<string, Form>) => Form} */
const record = (fields) => (value, place) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place} 不是对象`];
  const own = new Map(Object.entries(value));
  const problems = [];
  for (const [field, check] of Object.entries(fields)) {
    const key = field.replace('?', '');
    if (own.has(key)) problems.push(...check(own.get(key), `${place}.${key}`));
    else if (key === field) problems.push(`${place} 缺少 ${key}`);
    own.delete(key);
  }
  for (const key of own.keys()) problems.push(`${place} 多出 ${key}`);
  return problems;
};

/** @typedef {{ seats: number, alternates: number, candidates: { id: string, name: string }[] }} Election */
/** @typedef {{ id: string, kind: string, title: string, words: string, rule: { takesPart: string, agrees: string }, election?: Election }} Matter */
/** @typedef {{ kind: 'open', vote: string, title: string, compound: string, scope: string[], legalForce: string, mayChange: boolean, silenceWithMajority: boolean, opensAt: number, closesAt: number, notice: string, roll: { heads: number, area: number, digest: string }, matters: Matter[] }} Open */
/** @typedef {{ kind: 'ballot', vote: string, line: string, version: number, area: number, commitment: string }} Ballot */
/** @typedef {{ kind: 'witness', vote: string, party: string, key: string }} Witness */
/** @typedef {{ kind: 'extension', vote: string, closesAt: number }} Extension */
/** @typedef {{ kind: 'close', vote: string, closedAt: number, heads: number, area: number, ballots: number }} Close */
/** @typedef {Open | Ballot | Witness | Extension | Close} Leaf */

/** Article 278 para. 1 of the Civil Code: its items, and what para. 2 asks of those taking part. */
const ITEMS = [
  'rules-of-procedure',
  'covenant',
  'committee-election',
  'property-company-hiring',
  'fund-use',
  'fund-raising',
  'rebuilding',
  'common-parts-use',
  'other-major',
];
const PARTIES = ['committee-of-residents', 'party-branch', 'owners-committee', 'property-company'];

/** Keys in this order and no other: a leaf has one text. @type {Record<string, Record<string, Form>>} */
const LEAF_FIELDS = {
  open: {
    title: text,
    compound: text,
    scope: listOf(text),
    legalForce: oneOf('consultative', 'designated'),
    mayChange: flag,
    silenceWithMajority: flag,
    opensAt: whole,
    closesAt: whole,
    notice: hash,
    roll: record({ heads: whole, area: whole, digest: hash }),
    matters: listOf(
      record({
        id: identifier,
        kind: oneOf(...ITEMS),
        title: text,
        words: text,
        rule: record({ takesPart: oneOf('>=2/3'), agrees: oneOf('>1/2', '>=3/4') }),
        'election?': record({
          seats: whole,
          alternates: whole,
          candidates: listOf(record({ id: identifier, name: text })),
        }),
      }),
      1,
    ),
  },
  ballot: { line: mark, version: positive, area: positive, commitment: hash },
  witness: { party: oneOf(...PARTIES), key: text },
  extension: { closesAt: whole },
  close: { closedAt: whole, heads: whole, area: whole, ballots: whole },
};

/** Whether objects have their keys in the order of `model`, which lists them all. @type {(value: Record<string, unknown>, order: string[]) => boolean} */
const inOrder = (value, order) => {
  const known = order.filter((key) => key in value);
  return Object.keys(value).every((key, index) => key === known[index]);
};

/** @type {(open: Open) => boolean} */
const openInOrder = ({ roll, matters }) =>
  inOrder(roll, ['heads', 'area', 'digest']) &&
  matters.every(
    (matter) =>
      inOrder(/** @type {any} */ (matter), ['id', 'kind', 'title', 'words', 'rule', 'election']) &&
      inOrder(matter.rule, ['takesPart', 'agrees']) &&
      (matter.election === undefined ||
        (inOrder(matter.election, ['seats', 'alternates', 'candidates']) &&
          matter.election.candidates.every((one) => inOrder(one, ['id', 'name'])))),
  );

/** The leaf a text says, or what is wrong with it. @type {(source: string, place: string) => Leaf | string[]} */
const readLeaf = (source, place) => {
  let value;
  try {
    value = JSON.parse(source);
  } catch {
    return [`${place} 不是 JSON`];
  }
  const fields = LEAF_FIELDS[Object.hasOwn(LEAF_FIELDS, value?.kind) ? value.kind : ''];
  if (fields === undefined) return [`${place} 的种类不明`];
  const all = { leaf: oneOf('gongyi-vote/1'), vote: identifier, kind: text, ...fields };
  const problems = record(all)(value, place);
  if (problems.length > 0) return problems;
  const canonical =
    JSON.stringify(value) === source &&
    inOrder(value, Object.keys(all)) &&
    (value.kind !== 'open' || openInOrder(value));
  return canonical ? value : [`${place} 没有按规定的写法书写`];
};

const measure = record({ area: whole, heads: whole });
const both = record({ area: flag, heads: flag });
const tallyForm = record({ all: measure, tookPart: measure, for: measure, against: measure, abstain: measure });
const outcomeForm = oneOf('passed', 'not-passed', 'no-quorum');

const BUNDLE = record({
  kind: oneOf('gongyi-vote-bundle/1'),
  logKey: text,
  checkpoint: text,
  cosigned: listOf(text),
  leaves: listOf(text, 2),
  roll: listOf(tuple(mark, positive)),
  openings: listOf(
    record({ line: mark, salt: hash, choices: listOf(tuple(text, oneOf('for', 'against', 'abstain'))) }),
  ),
  results: listOf(
    record({
      questionId: text,
      matterId: text,
      'candidateId?': text,
      tally: tallyForm,
      outcome: outcomeForm,
      threshold: oneOf('general', 'special'),
      article: text,
      participation: both,
      agreement: both,
      'withSilence?': record({ tally: tallyForm, outcome: outcomeForm }),
    }),
  ),
  elections: listOf(
    record({
      matterId: text,
      outcome: oneOf('elected', 'too-few', 'tie', 'no-quorum'),
      elected: listOf(text),
      alternates: listOf(text),
      tied: listOf(text),
    }),
  ),
});
const RECEIPT = record({
  kind: oneOf('gongyi-vote-receipt/1'),
  leaf: text,
  index: whole,
  size: positive,
  proof: listOf(hash),
  checkpoint: text,
  logKey: text,
});

/** @typedef {{ area: number, heads: number }} Measure */
/** @typedef {{ all: Measure, tookPart: Measure, for: Measure, against: Measure, abstain: Measure }} Tally */
/** @typedef {{ line: string, salt: string, choices: [string, 'for' | 'against' | 'abstain'][] }} Opening */
/** @typedef {{ kind: string, logKey: string, checkpoint: string, cosigned: string[], leaves: string[], roll: [string, number][], openings: Opening[], results: unknown[], elections: unknown[] }} Bundle */
/** @typedef {{ kind: string, leaf: string, index: number, size: number, proof: string[], checkpoint: string, logKey: string }} Receipt */

/* -------------------------------------------------------------------------- signed checkpoints (C2SP) */

/** @typedef {{ name: string, keyId: string, signature: Uint8Array }} Line */
/** @typedef {{ origin: string, size: number, root: string, body: string, lines: Line[] }} Note */

/** @type {(note: string) => Note | undefined} */
const readNote = (note) => {
  const parts = note.split('\n');
  const [origin, size, base64, empty] = parts;
  const root = unBase64(base64 ?? '');
  if (parts.length < 6 || empty !== '' || parts.at(-1) !== '' || root?.length !== 32) return undefined;
  if (!/^[^\s+\p{C}]+$/u.test(origin) || !/^(?:0|[1-9][0-9]{0,15})$/.test(size)) return undefined;
  const lines = [];
  for (const line of parts.slice(4, -1)) {
    const [dash, name, signature, ...more] = line.split(' ');
    const bytes = unBase64(signature ?? '');
    if (dash !== '—' || more.length > 0 || !name || !/^[^\s+\p{C}]+$/u.test(name)) return undefined;
    if (bytes === undefined || bytes.length < 5) return undefined;
    lines.push({ name, keyId: hexOf(bytes.slice(0, 4)), signature: bytes.slice(4) });
  }
  return { origin, size: Number(size), root: hexOf(root), body: `${parts.slice(0, 3).join('\n')}\n`, lines };
};

/** @typedef {{ type: 'ed25519' | 'p256', spki: Uint8Array }} Key */
/** A public key as SubjectPublicKeyInfo in base 64. @type {(base64: string) => Key | undefined} */
const readKey = (base64) => {
  const spki = unBase64(base64);
  if (spki === undefined) return undefined;
  const hex = hexOf(spki);
  if (spki.length === 44 && hex.startsWith('302a300506032b6570032100')) return { type: 'ed25519', spki };
  if (spki.length === 91 && hex.startsWith('3059301306072a8648ce3d020106082a8648ce3d03010703420004'))
    return { type: 'p256', spki };
  return undefined;
};

/** @type {(name: string, key: Key) => string} */
const keyIdOf = (name, { type, spki }) =>
  hexOf(sha256(type === 'p256' ? spki : joined(utf8(`${name}\n`), Uint8Array.of(1), spki.slice(12))).slice(0, 4));

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * `r || s` of an ECDSA signature in DER, whose s must be the smaller of its two values; undefined if it is not
 * written so. @type {(der: Uint8Array) => Uint8Array | undefined}
 */
const rawOfDer = (der) => {
  if (der.length < 8 || der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const numbers = [];
  let at = 2;
  while (at < der.length) {
    const length = der[at + 1];
    const bytes = der.slice(at + 2, at + 2 + length);
    const padded = bytes[0] === 0 && bytes.length > 1;
    if (der[at] !== 2 || length === 0 || bytes.length !== length) return undefined;
    if (bytes[0] > 127 || (padded && bytes[1] < 128)) return undefined;
    numbers.push(BigInt(`0x${hexOf(bytes)}`));
    at += 2 + length;
  }
  const [r, s] = numbers;
  if (numbers.length !== 2 || r === 0n || r >= P256_ORDER || s === 0n || s * 2n > P256_ORDER) return undefined;
  return bytesOf(r.toString(16).padStart(64, '0') + s.toString(16).padStart(64, '0'));
};

/** Whether a signature over `body` is good; what keeps from telling. @type {(key: Key, signature: Uint8Array, body: string) => Promise<boolean | string>} */
const isSigned = async (key, signature, body) => {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return '这里没有 WebCrypto(须用 https 打开,或用 Node 20 以上)';
  const raw = key.type === 'p256' ? rawOfDer(signature) : signature;
  if (raw === undefined) return false;
  const [algorithm, how] =
    key.type === 'p256'
      ? [
          { name: 'ECDSA', namedCurve: 'P-256' },
          { name: 'ECDSA', hash: 'SHA-256' },
        ]
      : [{ name: 'Ed25519' }, { name: 'Ed25519' }];
  let imported;
  try {
    imported = await subtle.importKey('spki', /** @type {BufferSource} */ (key.spki), algorithm, false, ['verify']);
  } catch (fault) {
    return /** @type {Error} */ (fault).name === 'NotSupportedError' ? `这个浏览器不会核对 ${algorithm.name}` : false;
  }
  return subtle.verify(how, imported, /** @type {BufferSource} */ (raw), /** @type {BufferSource} */ (utf8(body)));
};

/**
 * Problems with the signatures of a note: the first line is the log's, and each other one that of a witness whose
 * key is in the log. @type {(note: Note, logKey: Key, witnesses: Witness[]) => Promise<string[]>}
 */
const signatureProblems = async (note, logKey, witnesses) => {
  const known = new Map([[`${note.origin} ${keyIdOf(note.origin, logKey)}`, logKey]]);
  for (const { party, key } of witnesses) {
    const read = readKey(key);
    const name = `${note.origin}/${party}`;
    if (read !== undefined) known.set(`${name} ${keyIdOf(name, read)}`, read);
  }
  const problems = [];
  const seen = new Set();
  if (note.lines[0].name !== note.origin) problems.push('检查点的第一个签名不是日志的');
  for (const { name, keyId, signature } of note.lines) {
    const signer = `${name} ${keyId}`;
    const key = known.get(signer);
    if (key === undefined) problems.push(`检查点上 ${name} 的签名密钥不在日志里`);
    else if (seen.has(name)) problems.push(`检查点上 ${name} 签了两次`);
    else {
      const good = await isSigned(key, signature, note.body);
      if (good !== true)
        problems.push(good === false ? `检查点上 ${name} 的签名不对` : `${name} 的签名没能核对:${good}`);
    }
    seen.add(name);
  }
  return problems;
};

/* ---------------------------------------------------------------------------------- counting under the law */

/** @typedef {{ id: string, matter: Matter, candidate?: string }} Question */

/** @type {(matters: Matter[]) => Question[]} */
const questionsOf = (matters) =>
  matters.flatMap((matter) =>
    matter.election === undefined
      ? [{ id: matter.id, matter }]
      : matter.election.candidates.map((one) => ({ id: `${matter.id}.${one.id}`, matter, candidate: one.id })),
  );

/** `part / all >= n / d`, in whole numbers; nothing reaches a share of nothing. @type {(part: number, all: number, n: bigint, d: bigint) => boolean} */
const reaches = (part, all, n, d) => all > 0 && BigInt(part) * d >= BigInt(all) * n;

const MEASURES = /** @type {const} */ (['area', 'heads']);
const CHOICES = /** @type {const} */ (['for', 'against', 'abstain']);

/** @type {(special: boolean, tally: Tally) => { outcome: string, participation: Record<string, boolean>, agreement: Record<string, boolean> }} */
const verdictOf = (special, tally) => {
  /** @type {Record<string, boolean>} */
  const participation = {};
  /** @type {Record<string, boolean>} */
  const agreement = {};
  for (const by of MEASURES) {
    const [all, part, agreed] = [tally.all[by], tally.tookPart[by], tally.for[by]];
    participation[by] = reaches(part, all, 2n, 3n);
    agreement[by] = special ? reaches(agreed, part, 3n, 4n) : BigInt(agreed) * 2n > BigInt(part);
  }
  const quorum = participation['area'] && participation['heads'];
  const majority = agreement['area'] && agreement['heads'];
  return { outcome: !quorum ? 'no-quorum' : majority ? 'passed' : 'not-passed', participation, agreement };
};

/** The silent counted with the larger side, each measure by itself; with neither on a tie. @type {(tally: Tally) => Tally} */
const withTheSilent = (tally) => {
  const sums = copyOf(tally);
  for (const by of MEASURES) {
    const silent = tally.all[by] - tally.tookPart[by];
    const lead = tally.for[by] - tally.against[by];
    if (lead === 0) continue;
    sums[lead > 0 ? 'for' : 'against'][by] += silent;
    sums.tookPart[by] += silent;
  }
  return sums;
};
/** @type {<T>(value: T) => T} */
const copyOf = (value) => JSON.parse(JSON.stringify(value));

/** @typedef {{ area: number, answers: Map<string, 'for' | 'against' | 'abstain'> }} Counted */

/** @type {(open: Open, question: Question, counted: Counted[]) => Tally} */
const tallyOf = ({ roll }, { id }, counted) => {
  const tally = {
    all: { area: roll.area, heads: roll.heads },
    tookPart: { area: 0, heads: 0 },
    for: { area: 0, heads: 0 },
    against: { area: 0, heads: 0 },
    abstain: { area: 0, heads: 0 },
  };
  for (const { area, answers } of counted) {
    const choice = answers.get(id);
    if (choice === undefined) continue;
    for (const sum of [tally.tookPart, tally[choice]]) {
      sum.area += area;
      sum.heads += 1;
    }
  }
  return tally;
};

const NUMERALS = '一二三四五六七八九';

/** @type {(open: Open, question: Question, tally: Tally) => Record<string, unknown> & { outcome: string }} */
const resultOf = (open, { id, matter, candidate }, tally) => {
  const item = ITEMS.indexOf(matter.kind);
  const special = item >= 5 && item <= 7;
  const silent = withTheSilent(tally);
  return {
    questionId: id,
    matterId: matter.id,
    ...(candidate === undefined ? {} : { candidateId: candidate }),
    tally,
    ...verdictOf(special, tally),
    threshold: special ? 'special' : 'general',
    article: `民法典第二百七十八条第一款第(${NUMERALS[item]})项、第二款`,
    ...(open.silenceWithMajority
      ? { withSilence: { tally: silent, outcome: verdictOf(special, silent).outcome } }
      : {}),
  };
};

/**
 * Who is elected: candidates with their majority, by heads in favour and then by area, as far as the seats go.
 * Those level with the first who finds no place have none. @type {(matter: Matter, election: Election, results: ReturnType<typeof resultOf>[]) => unknown}
 */
const electionOf = (matter, { seats, alternates }, results) => {
  const nobody = { matterId: matter.id, elected: [], alternates: [], tied: [] };
  if (results.every(({ outcome }) => outcome === 'no-quorum')) return { ...nobody, outcome: 'no-quorum' };
  const ranked = results
    .filter(({ outcome }) => outcome === 'passed')
    .map((result) => ({ id: String(result['candidateId']), votes: /** @type {Tally} */ (result['tally']).for }))
    .sort((a, b) => b.votes.heads - a.votes.heads || b.votes.area - a.votes.area);
  /** @type {(from: number, places: number) => { placed: string[], tied: string[] }} */
  const place = (from, places) => {
    const after = ranked[from + places];
    const last = places === 0 ? undefined : ranked[from + places - 1];
    const isLevel = (/** @type {{ votes: Measure }} */ { votes }) =>
      after !== undefined && votes.heads === after.votes.heads && votes.area === after.votes.area;
    if (last === undefined || !isLevel(last))
      return { placed: ranked.slice(from, from + places).map(({ id }) => id), tied: [] };
    const rest = ranked.slice(from);
    return {
      placed: rest
        .slice(0, places)
        .filter((one) => !isLevel(one))
        .map(({ id }) => id),
      tied: rest.filter(isLevel).map(({ id }) => id),
    };
  };
  const seated = place(0, seats);
  if (seated.tied.length > 0) return { ...nobody, outcome: 'tie', elected: seated.placed, tied: seated.tied };
  const next = place(seated.placed.length, alternates);
  return {
    matterId: matter.id,
    outcome: seated.placed.length < seats ? 'too-few' : 'elected',
    elected: seated.placed,
    alternates: next.placed,
    tied: next.tied,
  };
};

/** The first place where two values differ; the order of keys says nothing. @type {(told: any, counted: any, place: string) => string | undefined} */
const difference = (told, counted, place) => {
  if (typeof counted !== 'object' || counted === null)
    return Object.is(told, counted)
      ? undefined
      : `${place} 写的是 ${JSON.stringify(told)},重新计算是 ${JSON.stringify(counted)}`;
  if (typeof told !== 'object' || told === null) return `${place} 缺少`;
  for (const key of new Set([...Object.keys(counted), ...Object.keys(told)])) {
    const found = difference(told[key], counted[key], `${place}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

/* ------------------------------------------------------------------------------------------ the whole vote */

/** @type {(open: Open) => string[]} */
const openProblems = (open) => {
  const problems = [];
  if (open.opensAt >= open.closesAt) problems.push('开始时间不早于截止时间');
  const ids = questionsOf(open.matters).map(({ id }) => id);
  if (new Set(ids).size !== ids.length) problems.push('表决事项或候选人的编号重复');
  if (new Set(open.matters.map(({ id }) => id)).size !== open.matters.length) problems.push('表决事项的编号重复');
  for (const { id, kind, rule } of open.matters) {
    const item = ITEMS.indexOf(kind);
    const lawful = item >= 5 && item <= 7 ? '>=3/4' : '>1/2';
    if (rule.agrees !== lawful) problems.push(`${id} 的通过比例 ${rule.agrees} 不合民法典第二百七十八条(${lawful})`);
  }
  return problems;
};

/** @type {(open: Open, lines: [string, number][]) => string[]} */
const rollProblems = ({ vote, roll }, lines) => {
  const problems = [];
  let area = 0n;
  let digested = `gongyi-roll/1\n${vote}\n`;
  lines.forEach(([line, own], index) => {
    if (index > 0 && lines[index - 1][0] >= line) problems.push(`名册第 ${index + 1} 行没有按标记排序,或者重复`);
    area += BigInt(own);
    digested += `${line} ${own}\n`;
  });
  if (lines.length !== roll.heads) problems.push(`名册有 ${lines.length} 行,开始时记的是 ${roll.heads} 人`);
  if (area !== BigInt(roll.area)) problems.push('名册面积之和与开始时记的不同');
  if (fingerprint(digested) !== roll.digest) problems.push('名册的指纹与开始时记的不同');
  return problems;
};

/** What the ballots in the log say: the last version of each line, and problems. @type {(open: Open, leaves: Leaf[], roll: Map<string, number>) => { last: Map<string, Ballot>, ballots: number, problems: string[] }} */
const ballotsOf = (open, leaves, roll) => {
  const last = new Map();
  /** @type {string[]} */
  const problems = [];
  let ballots = 0;
  leaves.forEach((leaf, index) => {
    if (leaf.kind !== 'ballot') return;
    ballots += 1;
    const before = last.get(leaf.line)?.version ?? 0;
    if (roll.get(leaf.line) === undefined) problems.push(`日志第 ${index} 条:这一行不在名册里`);
    else if (roll.get(leaf.line) !== leaf.area) problems.push(`日志第 ${index} 条:面积与名册不同`);
    if (leaf.version !== before + 1)
      problems.push(`日志第 ${index} 条:这一行的第 ${leaf.version} 版不接着第 ${before} 版`);
    if (leaf.version > 1 && !open.mayChange) problems.push(`日志第 ${index} 条:不许改票,却有第二张票`);
    last.set(leaf.line, leaf);
  });
  return { last, ballots, problems };
};

/** @type {(open: Open, leaves: Leaf[]) => string[]} */
const sequenceProblems = (open, leaves) => {
  const problems = [];
  let closesAt = open.closesAt;
  let closed = false;
  leaves.forEach((leaf, index) => {
    if (leaf.vote !== open.vote) problems.push(`日志第 ${index} 条属于另一次表决`);
    if (closed) problems.push(`日志第 ${index} 条(${leaf.kind})在结束之后`);
    if (leaf.kind === 'open' && index > 0) problems.push(`日志第 ${index} 条又一次开始`);
    if (leaf.kind === 'extension') {
      if (leaf.closesAt <= closesAt) problems.push(`日志第 ${index} 条:延期没有推后截止时间`);
      closesAt = leaf.closesAt;
    }
    if (leaf.kind === 'witness' && readKey(leaf.key) === undefined)
      problems.push(`日志第 ${index} 条:见证密钥无法识别`);
    if (leaf.kind === 'close') {
      closed = true;
      if (leaf.closedAt < closesAt) problems.push('结束早于截止时间');
    }
  });
  if (!closed) problems.push('日志没有结束');
  return problems;
};

/** Opens every counted commitment. @type {(open: Open, last: Map<string, Ballot>, openings: Opening[]) => { counted: Counted[], problems: string[] }} */
const openAll = (open, last, openings) => {
  const questions = questionsOf(open.matters);
  const counted = [];
  const problems = [];
  let before = '';
  for (const { line, salt, choices } of openings) {
    const ballot = last.get(line);
    if (line <= before) problems.push(`${line} 的开票没有按标记排序,或者重复`);
    before = line;
    if (ballot === undefined) {
      problems.push(`${line} 没有投票,却有开票`);
      continue;
    }
    const lines = ['gongyi-choices/1', open.vote, line, ballot.version, JSON.stringify(choices)];
    const commitment = hexOf(sha256(joined(bytesOf(salt), utf8(`${lines.join('\n')}\n`))));
    if (commitment !== ballot.commitment) problems.push(`${line} 的选择与日志里的承诺不符`);
    if (choices.length !== questions.length || choices.some(([id], index) => id !== questions[index].id))
      problems.push(`${line} 的选择没有逐项对应表决事项`);
    const answers = new Map(choices);
    for (const { id, election } of open.matters) {
      const infavour = election?.candidates.filter((one) => answers.get(`${id}.${one.id}`) === 'for').length ?? 0;
      if (election !== undefined && infavour > election.seats) problems.push(`${line} 在 ${id} 赞成的人数超过名额`);
    }
    counted.push({ area: ballot.area, answers });
  }
  if (openings.length !== last.size) problems.push(`有 ${last.size} 行投票,开票 ${openings.length} 行`);
  return { counted, problems };
};

/** @typedef {{ problems: string[], findings: string[], root?: string }} Examined */

/** @type {(value: unknown) => Promise<Examined>} */
const examineBundle = async (value) => {
  const shape = BUNDLE(value, '文件');
  if (shape.length > 0) return { problems: shape, findings: [] };
  const bundle = /** @type {Bundle} */ (value);
  const read = bundle.leaves.map((source, index) => readLeaf(source, `日志第 ${index} 条`));
  const unread = read.flatMap((leaf) => (Array.isArray(leaf) ? leaf : []));
  if (unread.length > 0) return { problems: unread, findings: [] };
  const leaves = /** @type {Leaf[]} */ (read);
  const open = leaves[0];
  if (open.kind !== 'open') return { problems: ['日志的第一条不是开始'], findings: [] };

  const roll = new Map(bundle.roll);
  const { last, ballots, problems } = ballotsOf(open, leaves, roll);
  problems.unshift(...openProblems(open), ...rollProblems(open, bundle.roll), ...sequenceProblems(open, leaves));
  const close = leaves.find((leaf) => leaf.kind === 'close');
  if (close?.kind === 'close') {
    let area = 0;
    for (const ballot of last.values()) area += ballot.area;
    if (close.heads !== last.size || close.area !== area || close.ballots !== ballots)
      problems.push('结束时记的人数、面积或票数与日志不符');
  }

  const opened = openAll(open, last, bundle.openings);
  problems.push(...opened.problems);
  const questions = questionsOf(open.matters);
  const results = questions.map((question) => resultOf(open, question, tallyOf(open, question, opened.counted)));
  const elections = open.matters.flatMap((matter) => {
    const own = results.filter((_, index) => questions[index].matter === matter);
    return matter.election === undefined ? [] : [electionOf(matter, matter.election, own)];
  });
  for (const found of [
    difference(bundle.results, results, '计票结果'),
    difference(bundle.elections, elections, '选举结果'),
  ])
    if (found !== undefined) problems.push(found);

  const root = hexOf(rootOf(bundle.leaves.map((source) => sha256(joined(LEAF, utf8(source))))));
  const findings = [`日志 ${leaves.length} 条,根 ${root}`, `名册 ${open.roll.heads} 人,${open.roll.area / 100} 平方米`];
  const note = readNote(bundle.checkpoint);
  const logKey = readKey(bundle.logKey);
  if (note === undefined) problems.push('检查点无法识别');
  else if (logKey === undefined) problems.push('日志的公钥无法识别');
  else {
    if (!note.origin.endsWith(`/votes/${open.vote}`)) problems.push('检查点属于另一次表决');
    if (note.size !== leaves.length) problems.push(`检查点有 ${note.size} 条,文件里有 ${leaves.length} 条`);
    if (note.root !== root) problems.push('检查点的根与日志不符');
    const cosigned = note.lines.slice(1).map(({ name }) => name);
    if (difference(bundle.cosigned, cosigned, '') !== undefined) problems.push('见证人名单与检查点上的签名不符');
    const witnesses = leaves.flatMap((leaf) => (leaf.kind === 'witness' ? [leaf] : []));
    problems.push(...(await signatureProblems(note, logKey, witnesses)));
    findings.push(`日志公钥指纹 ${hexOf(sha256(logKey.spki))}`, `共同签名:${cosigned.join('、') || '没有'}`);
  }
  questions.forEach(({ id, matter, candidate }, index) => {
    const name = matter.election?.candidates.find((one) => one.id === candidate)?.name;
    const { outcome, tally } = results[index];
    const { tookPart, for: agreed } = /** @type {Tally} */ (tally);
    const words = outcome === 'passed' ? '通过' : outcome === 'no-quorum' ? '参与不足' : '未通过';
    findings.push(
      `${id} ${matter.title}${name === undefined ? '' : ` ${name}`}:${words};参与 ${tookPart.heads} 人 ${tookPart.area / 100} 平方米,同意 ${agreed.heads} 人 ${agreed.area / 100} 平方米`,
    );
  });
  return { problems, findings, root };
};

/** @type {(value: unknown) => Promise<Examined>} */
const examineReceipt = async (value) => {
  const shape = RECEIPT(value, '回执');
  if (shape.length > 0) return { problems: shape, findings: [] };
  const receipt = /** @type {Receipt} */ (value);
  const leaf = readLeaf(receipt.leaf, '回执里的票');
  if (Array.isArray(leaf)) return { problems: leaf, findings: [] };
  const note = readNote(receipt.checkpoint);
  const logKey = readKey(receipt.logKey);
  if (note === undefined) return { problems: ['检查点无法识别'], findings: [] };
  if (logKey === undefined) return { problems: ['日志的公钥无法识别'], findings: [] };
  /** @type {string[]} */
  const problems = [];
  if (leaf.kind !== 'ballot') problems.push('回执里的不是一张票');
  if (!note.origin.endsWith(`/votes/${leaf.vote}`)) problems.push('检查点属于另一次表决');
  if (note.size !== receipt.size) problems.push('检查点的条数与回执不同');
  const leafHash = hexOf(sha256(joined(LEAF, utf8(receipt.leaf))));
  const { index, size, proof } = receipt;
  if (!verifyInclusion({ leafHash, index, size, proof, root: note.root }))
    problems.push('证明不能把这张票连到检查点的根');
  if (note.lines.length !== 1) problems.push('回执的检查点应当只有日志的签名');
  problems.push(...(await signatureProblems(note, logKey, [])));
  const findings = [
    `这张票是日志的第 ${receipt.index} 条,检查点共 ${note.size} 条`,
    `根 ${note.root}`,
    `日志公钥指纹 ${hexOf(sha256(logKey.spki))}`,
  ];
  return { problems, findings, root: note.root };
};

/** @type {(value: unknown) => Promise<Examined>} */
const examine = async (value) => {
  try {
    const isReceipt = typeof value === 'object' && value !== null && String(Object(value).kind).includes('receipt');
    return await (isReceipt ? examineReceipt(value) : examineBundle(value));
  } catch (fault) {
    return { problems: [`没能核对完:${fault instanceof Error ? fault.message : '未知原因'}`], findings: [] };
  }
};

/**
 * Checks the whole of a vote (a bundle), or that a ballot is in its log (a receipt, known by its `kind`): shape,
 * tree, signatures, roll, versions, commitments, tally, verdicts. Every problem is a sentence; never rejects.
 * @param {unknown} bundle the file's JSON, parsed
 * @returns {Promise<{ ok: boolean, problems: string[] }>}
 */
export async function verifyBundle(bundle) {
  const { problems } = await examine(bundle);
  return { ok: problems.length === 0, problems };
}

/* -------------------------------------------------------------------------------------------- from a shell */

/** @type {{ argv?: string[], exitCode?: number } | undefined} */
const shell = /** @type {any} */ (globalThis).process;

/** @type {(path: string, root: string | undefined) => Promise<Examined>} */
const examineFile = async (path, root) => {
  // Under a name that no bundler follows: browsers have no such module and never come here.
  const files = 'node:fs/promises';
  const { readFile } = await import(files);
  let value;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (fault) {
    return { problems: [`读不了 ${path}:${fault instanceof Error ? fault.message : ''}`], findings: [] };
  }
  const found = await examine(value);
  if (root !== undefined && found.root !== root.toLowerCase()) found.problems.push('根与给出的(纸质公告上的)不同');
  return found;
};

/** @type {(argv: string[]) => Promise<number>} */
const runInShell = async ([path, root]) => {
  const say = (/** @type {string} */ line) => globalThis.console.log(line);
  if (path === undefined) {
    say('用法:node verify.mjs <数据包或回执.json> [纸质公告上的根]');
    return 1;
  }
  const { findings, problems } = await examineFile(path, root);
  for (const finding of findings) say(`  ${finding}`);
  for (const problem of problems) say(`✗ ${problem}`);
  say(problems.length === 0 ? '✓ 核对无误' : `✗ 核对不通过:${problems.length} 处问题`);
  return problems.length === 0 ? 0 : 1;
};

if (shell !== undefined && /(?:^|[\\/])verify\.mjs$/.test(shell.argv?.[1] ?? ''))
  void runInShell(shell.argv?.slice(2) ?? []).then((code) => {
    shell.exitCode = code;
  });
