import { toBase64 } from '@gongyi/shared/votes/log/base64';

export interface WitnessKey {
  readonly publicKey: string;
  readonly sign: (text: string) => Promise<Uint8Array>;
}

const STORE = 'keys';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Web Crypto is there on secure pages alone. */
export const canWitness = (): boolean => typeof indexedDB !== 'undefined' && window.isSecureContext;

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the store of keys gives no answer'));
  });

const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
  const opening = indexedDB.open('gongyi-witness', 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
  const database = await answerOf(opening);
  return database.transaction(STORE, mode).objectStore(STORE);
};

const isPair = (kept: unknown): kept is CryptoKeyPair =>
  typeof kept === 'object' && kept !== null && 'privateKey' in kept && 'publicKey' in kept;

const keyOf = async ({ privateKey, publicKey }: CryptoKeyPair): Promise<WitnessKey> => ({
  publicKey: toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))),
  sign: async (text) => new Uint8Array(await crypto.subtle.sign(SIGNING, privateKey, new TextEncoder().encode(text))),
});

/** The key kept here under a name; its private half cannot be taken out, by this page or any other. */
export const findWitnessKey = async (name: string): Promise<WitnessKey | undefined> => {
  if (!canWitness()) return undefined;
  const kept: unknown = await answerOf((await store('readonly')).get(name));
  return isPair(kept) ? keyOf(kept) : undefined;
};

/** Makes a key and keeps it under a name before anybody hears of it. */
export const makeWitnessKey = async (name: string): Promise<WitnessKey | undefined> => {
  if (!canWitness()) return undefined;
  const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  await answerOf((await store('readwrite')).put(pair, name));
  return keyOf(pair);
};
