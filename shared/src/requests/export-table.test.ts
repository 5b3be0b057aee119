import { EXPORT_HEADER, bookLineOf, exportRow, safeCell } from './export-table';
import { newRequest } from './request-for-tests';

describe('lists out of the house', () => {
  it('lets no cell be taken for a formula', () => {
    for (const start of ['=1+1', '+86', '-2', '@x', '|cmd', '\t=1']) expect(safeCell(start).startsWith("'")).toBe(true);
    expect(safeCell('3号楼')).toBe('3号楼');
    const request = { ...newRequest(1_700_000_000_000), hotline: { number: '=HYPERLINK("x")', dueAt: 1 } };
    expect(exportRow(bookLineOf(request))[1]).toBe(`'=HYPERLINK("x")`);
  });

  it('names nobody, and no home', () => {
    const request = {
      ...newRequest(1_700_000_000_000),
      filerName: '3号楼 王**',
      assigneeName: '孙师傅',
      words: '我是王小明 13900001111',
      homeId: 'jn.s1.c1.x1.b3.e2.h501',
      spot: { placeId: 'jn.s1.c1.x1.b3.e2.h501', placeName: '和谐家园 3号楼 2单元 501' },
    };
    const row = exportRow(bookLineOf(request));
    expect(row).toHaveLength(EXPORT_HEADER.length);
    expect(row.join(' ')).not.toMatch(/王|孙|139|501/);
    expect(row).toContain('和谐家园 3号楼');
  });

  it('says late by the clock, and how the resident answered', () => {
    const late = {
      ...newRequest(1_700_000_000_000),
      dueAt: 10,
      resolvedAt: 20,
      status: 'confirmed' as const,
      satisfied: false,
    };
    expect(exportRow(bookLineOf(late)).slice(-2)).toEqual(['是', '不满意']);
    const kept = { ...newRequest(1_700_000_000_000), dueAt: 20, resolvedAt: 10, status: 'resolved' as const };
    expect(exportRow(bookLineOf(kept)).slice(-2)).toEqual(['否', '未评价']);
  });
});
