import type { Request } from '@gongyi/shared/requests/request';
import type { StoredEvent } from '@gongyi/shared/requests/stored-request';
import { timelineOf } from './timeline';

const assigned: StoredEvent = {
  rev: 2,
  kind: 'assigned',
  at: 2,
  byId: 'dispatcher',
  byRole: 'dispatcher',
  byName: '李*',
  photos: [],
  counts: [],
  facts: { assigneeName: '张测试' },
  op: 'op',
  opHash: 'hash',
};
const request: Pick<Request, 'filedAt' | 'channel'> = { filedAt: 1, channel: 'app' };

describe('a step that hands work out', () => {
  it.each([
    ['in full to those who see names', new Map([['dispatcher', '李示例']]), '张测试'],
    ['masked to everybody else', new Map<string, string>(), '张**'],
  ])('names the technician %s', (_, names, expected) => {
    const look = { personId: 'somebody', names, photos: new Map() };
    const [, step] = timelineOf(request, '王**', [assigned], look);
    expect(step?.facts).toEqual({ assigneeName: expected });
  });
});
