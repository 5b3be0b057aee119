import ExcelJS from 'exceljs';
import { fileHotline, getRequest, previewHotline } from '@gongyi/shared/requests/contract';
import * as z from 'zod/mini';
import { withServices } from '../../../infra/local/services-for-tests';
import { begin, send } from '../media/media-for-tests';
import type { Someone } from '../people/people-for-tests';
import { deliver } from './deliver-for-tests';
import { call, fileLamp, moved, newVillage } from './requests-for-tests';
import type { Village } from './requests-for-tests';

const services = withServices();
let village: Village;
beforeAll(async () => {
  village = await newVillage(services, 'hl');
}, 30_000);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = ['工单编号', '来电时间', '联系人', '联系电话', '诉求地址', '诉求内容', '办结时限'];

const uploadSheet = async (by: Someone, rows: readonly (readonly (string | Date)[])[]): Promise<string> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('派单');
  sheet.addRow(['12345 派单表']);
  sheet.addRow(HEADER);
  for (const row of rows) sheet.addRow([...row]);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const form = await begin(by, XLSX, bytes.length);
  expect(await send(form, bytes)).toBeLessThan(300);
  return form.mediaId;
};

const soon = new Date(Date.now() + 3 * 86_400_000);
const ROWS = [
  ['G001', '2026-11-20 10:00', '王女士', '13911112222', '1号楼1单元101', '楼上漏水，请处理', soon],
  ['G002', '2026-11-20 10:00', '', '', '一栋', '楼道的灯不亮', '5个工作日'],
  ['G003', '2026-11-20 10:00', '李', '', '别的小区 9号楼', '垃圾没人清', ''],
  ['G001', '2026-11-20 10:00', '', '', '1号楼', '又打了一次', ''],
] as const;

const preview = async (by: Someone, mediaId: string) => {
  const answer = await call(by, 'POST', `/compounds/${village.compoundId}/hotline/preview`, { mediaId });
  expect(answer.status).toBe(200);
  return z.parse(previewHotline.reply, answer.body);
};
const file = async (by: Someone, mediaId: string, lines: readonly number[]) => {
  const answer = await call(by, 'POST', `/compounds/${village.compoundId}/hotline`, { mediaId, lines: [...lines] });
  expect(answer.status).toBe(200);
  return z.parse(fileHotline.reply, answer.body).items;
};

describe('the hotline’s sheet', () => {
  it('is read, filed through the usual door, and never twice', async () => {
    const { dispatcher, committeeDesk } = village;
    const mediaId = await uploadSheet(dispatcher, ROWS);
    const { rows } = await preview(dispatcher, mediaId);
    expect(rows.map(({ is, why }) => why ?? is)).toEqual(['ready', 'ready', 'building-unknown', 'number-repeated']);
    expect(rows[0]).toMatchObject({ category: 'water-leak', placeId: village.homeId, doubts: [] });
    expect(Math.abs((rows[0]?.dueAt ?? 0) - soon.getTime() + 8 * 3_600_000)).toBeLessThan(60_000);
    expect(JSON.stringify(rows)).not.toMatch(/13911112222|王女士/);

    const lines = rows.map(({ line }) => line);
    const filed = await file(dispatcher, mediaId, lines);
    expect(filed.map((item) => item.filed)).toEqual([true, true, false, false]);
    const id = filed[0]?.requestId ?? '';
    const view = z.parse(getRequest.reply, (await call(dispatcher, 'GET', `/requests/${id}`)).body);
    expect(view).toMatchObject({ channel: 'hotline-12345', hotline: { number: 'G001' }, visibility: 'private' });

    // The same file handed in again by somebody else, and the same call twice at once.
    const again = await uploadSheet(committeeDesk, ROWS);
    expect((await preview(committeeDesk, again)).rows.map(({ is }) => is)).toEqual([
      'filed',
      'filed',
      'rejected',
      'rejected',
    ]);
    const both = await Promise.all([file(committeeDesk, again, lines), file(dispatcher, mediaId, lines)]);
    for (const items of both) {
      expect(items.every((item) => !item.filed)).toBe(true);
      expect(items[0]?.requestId).toBe(id);
    }
  });

  it('files one when two hand the same sheet in at once', async () => {
    const { dispatcher, otherDispatcher } = village;
    const row = [['G100', '', '', '', '1号楼', '门禁坏了', '2天']] as const;
    const [mine, theirs] = await Promise.all([uploadSheet(dispatcher, row), uploadSheet(otherDispatcher, row)]);
    const [a, b] = await Promise.all([file(dispatcher, mine, [3]), file(otherDispatcher, theirs, [3])]);
    expect(a[0]?.requestId).toBeDefined();
    expect(a[0]?.requestId).toBe(b[0]?.requestId);
  });

  it('is nobody else’s to hand in', async () => {
    const { resident, stranger, compoundId } = village;
    for (const someone of [resident, stranger]) {
      const mediaId = await uploadSheet(someone, ROWS);
      const answer = await call(someone, 'POST', `/compounds/${compoundId}/hotline`, { mediaId, lines: [3] });
      expect(answer.status).toBe(404);
    }
  });
});

describe('a list taken out', () => {
  const Exported = z.object({ rows: z.int(), url: z.string() });
  const cellsAt = async (url: string): Promise<string[][]> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await fetch(url)).arrayBuffer());
    const rows: string[][] = [];
    book.worksheets[0]?.eachRow((row) => rows.push((Array.isArray(row.values) ? row.values : []).slice(1).map(String)));
    return rows;
  };
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  it('holds what an organisation and a community had, as it stands, and nobody’s name', async () => {
    const { dispatcher, gridWorker, propertyId, compoundId } = village;
    const lamp = await fileLamp(village);
    await deliver(lamp.id);
    await moved(dispatcher, lamp, 'accept');
    await deliver(lamp.id);
    const mine = await call(dispatcher, 'POST', `/organisations/${propertyId}/requests/export`, {
      from: today,
      until: today,
    });
    const { rows, url } = z.parse(Exported, mine.body);
    const cells = await cellsAt(url);
    expect(cells).toHaveLength(rows + 1);
    const line = cells.find(([number]) => number === lamp.number);
    expect(line).toContain('已接单');
    expect(cells.flat().join(' ')).not.toMatch(/王/);

    const communityId = compoundId.split('.').slice(0, 3).join('.');
    const path = `/communities/${communityId}/requests/export`;
    const theirs = z.parse(Exported, (await call(gridWorker, 'POST', path, { from: today, until: today })).body);
    expect((await cellsAt(theirs.url)).map(([number]) => number)).toContain(lamp.number);
  });

  it('is no technician’s, no resident’s and no stranger’s', async () => {
    const { technician, resident, stranger, propertyId } = village;
    for (const someone of [technician, resident, stranger]) {
      const path = `/organisations/${propertyId}/requests/export`;
      expect((await call(someone, 'POST', path, { from: today, until: today })).status).toBe(404);
    }
  });

  it('is empty for a period before anything was counted, whatever the office is called', async () => {
    const path = `/organisations/${village.propertyId}/requests/export`;
    const early = await call(village.dispatcher, 'POST', path, { from: '0001-01-01', until: '0001-12-31' });
    const { rows, url } = z.parse(Exported, early.body);
    expect(rows).toBe(0);
    expect(await cellsAt(url)).toHaveLength(1);
  });

  it('refuses a period that ends before it begins, or is too long', async () => {
    const path = `/organisations/${village.propertyId}/requests/export`;
    for (const period of [
      { from: '2026-11-23', until: '2026-11-22' },
      { from: '2024-01-01', until: '2026-01-01' },
    ]) {
      expect((await call(village.dispatcher, 'POST', path, period)).status).toBe(400);
    }
  });
});
