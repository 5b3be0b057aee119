import * as z from 'zod/mini';
import { PrintedCode } from '@gongyi/shared/district/contract';
import { keys } from '../platform/table-shape';
import { getItem, putNew, queryAll, writeTogether } from '../platform/table';
import { env } from '../platform/env';

/** Printed codes: each under its own id, for reading, and under its compound, for printing all of them. */
const StoredCode = z.omit(PrintedCode, { url: true });
type StoredCode = z.output<typeof StoredCode>;

/** An address that works on any static host; WeChat opens the mini-program for it by its prefix rule. */
const withUrl = (code: StoredCode): PrintedCode => ({ ...code, url: `${env().PUBLIC_BASE_URL}/?code=${code.id}` });

export const makeCodeOnce = async (
  code: StoredCode,
  compoundId: string,
  opHash: string,
): Promise<PrintedCode | undefined> => {
  const written = await writeTogether([
    putNew({ ...code, ...keys.printedCode(code.id), opHash }),
    putNew({ ...code, ...keys.printedCodeOf(compoundId, code.id), opHash }),
  ]);
  const ours = written.done || written.failed[0]?.old?.['opHash'] === opHash;
  return ours ? withUrl(code) : undefined;
};

export const findCode = async (codeId: string): Promise<PrintedCode | undefined> => {
  const item = await getItem(keys.printedCode(codeId));
  return item && withUrl(z.parse(StoredCode, item));
};

export const codesOf = async (compoundId: string): Promise<PrintedCode[]> => {
  const items = await queryAll({ ...keys.printedCodesOf(compoundId), consistent: true });
  return items.map((item) => withUrl(z.parse(StoredCode, item)));
};
