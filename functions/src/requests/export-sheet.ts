import { EXPORT_HEADER, exportRow } from '@gongyi/shared/requests/export-table';
import type { BookLine } from '@gongyi/shared/requests/export-table';
import { spreadsheet } from '../platform/spreadsheet';

const WIDTHS = [12, 20, 17, 12, 28, 20, 16, 17, 17, 10, 10];

/** The list as an xlsx. */
export const exportSheet = (lines: readonly BookLine[]): Promise<Uint8Array> =>
  spreadsheet(
    '工单',
    EXPORT_HEADER.map((header, index) => ({ header, width: WIDTHS[index] ?? 12 })),
    lines.map(exportRow),
  );
