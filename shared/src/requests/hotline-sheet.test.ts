import type { Sheet } from '../district/roll';
import { DAY, HOUR } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';
import { findHotlineHeader, ordersOf, readDue, readMoment } from './hotline-sheet';

const sheetOf = (...rows: readonly (readonly string[])[]): Sheet => ({
  name: 'Sheet1',
  hidden: false,
  rows: rows.map((cells, at) => ({ line: at + 1, cells })),
});
const at = (words: string): number => Date.parse(`${words}+08:00`);

describe('the hotline’s sheet', () => {
  it('finds its columns below a title, whatever the platform calls them', () => {
    const header = findHotlineHeader([
      sheetOf(
        ['12345热线派单表', '12345热线派单表'],
        ['序号', '工单编号', '来电时间', '联系人', '联系电话', '诉求地址', '诉求类别', '诉求内容', '办结时限'],
      ),
    ]);
    expect(header?.line).toBe(2);
    expect(header?.columns).toEqual({
      number: 1,
      calledAt: 2,
      caller: 3,
      phone: 4,
      address: 5,
      words: 7,
      dueAt: 8,
    });
    const other = findHotlineHeader([
      sheetOf(['流水号', '受理日期', '反映人姓名', '来电号码', '事发地点', '问题描述', '截止时间']),
    ]);
    expect(other?.columns).toEqual({ number: 0, calledAt: 1, caller: 2, phone: 3, address: 4, words: 5, dueAt: 6 });
  });

  it('finds none where a needed column is missing', () => {
    expect(findHotlineHeader([sheetOf(['工单编号', '诉求内容'], ['1', '灯不亮'])])).toBeUndefined();
  });

  it('reads orders with their own words, and passes over blank rows and a header printed again', () => {
    const header = findHotlineHeader([
      sheetOf(
        ['工单编号', '联系人', '电话', '地址', '诉求内容'],
        ['A1', '王女士', '手机 13900001111（本人）', '3号楼', ' 灯不亮，很黑！ '],
        ['', '', '', '', ''],
        ['工单编号', '联系人', '电话', '地址', '诉求内容'],
        ['A2', '', '不详', '４号楼', '漏水'],
      ),
    ]);
    const orders = header === undefined ? [] : ordersOf(header);
    expect(orders.map(({ line }) => line)).toEqual([2, 5]);
    expect(orders[0]).toMatchObject({ number: 'A1', caller: '王女士', phone: '13900001111', words: '灯不亮，很黑！' });
    expect(orders[1]).toMatchObject({ number: 'A2', address: '4号楼' });
    expect(orders[1]).not.toHaveProperty('phone');
  });

  it('reads moments as people and spreadsheets write them', () => {
    expect(readMoment('2026-11-23 14:30')).toBe(at('2026-11-23T14:30'));
    expect(readMoment('2026/1/3')).toBe(at('2026-01-03T00:00'));
    expect(readMoment('2026年11月23日9时5分')).toBe(at('2026-11-23T09:05'));
    expect(readMoment('46349.5')).toBe(at('2026-11-23T12:00'));
    expect(readMoment('尽快')).toBeUndefined();
  });

  it('counts a length from the call, and takes a bare date to its end', () => {
    const called = at('2026-11-20T10:00');
    expect(readDue('5个工作日', called)).toBe(addWorkingDays(called, 5));
    expect(readDue('3天内', called)).toBe(called + 3 * DAY);
    expect(readDue('24小时', called)).toBe(called + 24 * HOUR);
    expect(readDue('2026-11-25', called)).toBe(at('2026-11-25T23:59:59'));
    expect(readDue('', called)).toBeUndefined();
  });
});
