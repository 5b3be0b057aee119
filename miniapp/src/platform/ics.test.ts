import { TextEncoder } from 'node:util';
import { icsOf } from './ics';

const FROM = Date.UTC(2026, 10, 28, 11);
const EVENT = {
  id: 's1',
  title: '四方共议',
  place: '社区一楼; 议事厅, 东门',
  words: '议题：\n1. 门灯改造',
  from: FROM,
  until: FROM + 2 * 3_600_000,
  remindBeforeMs: 3_600_000,
};

describe('a calendar file', () => {
  it('says when in universal time, where and what, with signs of its own escaped', () => {
    const lines = icsOf(EVENT, FROM).split('\r\n');
    expect(lines).toContain('DTSTART:20261128T110000Z');
    expect(lines).toContain('DTEND:20261128T130000Z');
    expect(lines).toContain('LOCATION:社区一楼\\; 议事厅\\, 东门');
    expect(lines).toContain('DESCRIPTION:议题：\\n1. 门灯改造');
    expect(lines).toContain('TRIGGER:-PT60M');
  });

  it('keeps every line within 75 bytes and loses no character', () => {
    const words = '共议😀'.repeat(60);
    const file = icsOf({ ...EVENT, words }, FROM);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replace(/\r\n /g, '')).toContain(`DESCRIPTION:${words}\r\n`);
  });
});
