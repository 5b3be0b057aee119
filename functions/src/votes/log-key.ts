import { toBase64 } from '@gongyi/shared/votes/log/base64';
import { logOrigin, signatureLine, signedNote } from '@gongyi/shared/votes/log/checkpoint';
import { noteKeyOf } from '@gongyi/shared/votes/log/note-key';
import type { NoteKey } from '@gongyi/shared/votes/log/note-key';
import { env } from '../platform/env';

/** The key that signs every vote's log; its public half is asked of KMS once an instance. */
export interface LogKey {
  readonly note: NoteKey;
  /** DER SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
}

let asked: Promise<LogKey> | undefined;

const askKms = async (): Promise<LogKey> => {
  const { logPublicKey } = await import('../platform/kms');
  const publicKey = toBase64(await logPublicKey());
  const note = noteKeyOf(publicKey);
  if (note === undefined) throw new Error('the log key is of no kind that a note is signed with');
  return { note, publicKey };
};

export const logKey = (): Promise<LogKey> => {
  asked ??= askKms();
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
};

/** Where a vote's log says it is. */
export const originOf = (voteId: string): string => logOrigin(new URL(env().PUBLIC_BASE_URL).host, voteId);

/** The text as a note signed by the log. */
export const signedByLog = async (voteId: string, body: string): Promise<string> => {
  const { note } = await logKey();
  const { signForLog } = await import('../platform/kms');
  const signature = await signForLog(Buffer.from(body), note.type);
  return signedNote(body, [signatureLine(originOf(voteId), note, signature)]);
};
