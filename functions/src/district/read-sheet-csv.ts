import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { SHEET_LIMITS, type Sheet } from '@gongyi/shared/district/roll';
import { isRefusal, refuse, type Refusal } from '@gongyi/shared/kernel/refusal';
import { trimRows } from './read-sheet-rows';

/**
 * Text tables: UTF-8 with or without a mark, GB18030 (what Chinese Excel saves) and UTF-16 (its
 * "Unicode text"); cells parted by comma, semicolon or tab. The encoding is not asked for: bytes that
 * are no valid UTF-8 are GB18030.
 */
const SEPARATORS = [',', ';', '\t'] as const;

const decode = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
};

const withoutQuoted = (line: string): string => line.replace(/"[^"]*"/g, '');

/** The separator most of the first lines hold, the commoner first. */
const separatorOf = (text: string): string => {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\n|\r/)
    .slice(0, 40)
    .map(withoutQuoted);
  const scores = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    return { separator, score: counts.length * 1000 + Math.max(0, ...counts) };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).separator;
};

// More than a stray character lost in decoding, or control characters: no table that people typed.
const looksBinary = (text: string): boolean => {
  const start = text.slice(0, 20_000);
  const strange = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange > 5 && strange > start.length / 100;
};

export const readCsv = (bytes: Buffer): readonly Sheet[] | Refusal => {
  const text = decode(bytes);
  if (looksBinary(text)) return refuse('sheet-unreadable', { reason: 'no-table' });
  const parsed = parseRows(text);
  if (isRefusal(parsed)) return parsed;
  const rows = trimRows(parsed.map((cells, i) => ({ line: i + 1, cells })));
  return isRefusal(rows) ? rows : [{ name: 'csv', hidden: false, rows }];
};

const parseRows = (text: string): string[][] | Refusal => {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      maxRecordSize: 64 * 1024,
      to: SHEET_LIMITS.rows + 1,
    });
  } catch (fault) {
    const line = typeof fault === 'object' && fault !== null && 'lines' in fault ? Number(fault.lines) : 0;
    return refuse('sheet-unreadable', { reason: 'quotes', line });
  }
};
