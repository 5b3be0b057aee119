import { aTask, aTopic } from '../../test/topic-samples';
import { topicShareCard } from './share-topic';
import { topicNext } from './topic-next';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 23, 6);

describe('what happens next', () => {
  it('names the convener’s time, and says when it has passed', () => {
    const topic = aTopic({ screenBy: now + HOUR });
    expect(topicNext(topic, now)).toEqual({
      words: '社区党组织在今天 15:00 前初审：受理、合并、退回或转出',
      at: now + HOUR,
    });
    expect(topicNext(topic, now + 2 * HOUR).words).toMatch(/已超过时限，街道已知道/);
  });

  it('counts down to a session, and never calls it overdue', () => {
    const session = { id: 's1', status: 'called' as const, startsAt: now + HOUR, venue: '活动室' };
    const topic = aTopic({ status: 'scheduled', session });
    expect(topicNext(topic, now)).toEqual({ words: '今天 15:00 在活动室开会商量', at: now + HOUR });
    expect(topicNext(topic, now + 2 * HOUR).at).toBeUndefined();
    expect(topicNext(aTopic({ status: 'scheduled', session: { ...session, status: 'in-session' } }), now).words).toBe(
      '正在开会商量',
    );
  });

  it('names the next task that is still open', () => {
    const taskList = [
      aTask({ id: 'a', dueAt: now - HOUR, doneAt: now - 2 * HOUR }),
      aTask({ id: 'b', dueAt: now + 3 * HOUR, party: 'committee-of-residents' }),
      aTask({ id: 'c', dueAt: now + 2 * HOUR }),
    ];
    expect(topicNext(aTopic({ status: 'carrying-out', taskList }), now)).toEqual({
      words: '物业公司的任务，今天 16:00 到期',
      at: now + 2 * HOUR,
    });
  });
});

describe('what went back to its proposer', () => {
  it('may still be taken up by the convener where others were merged in', () => {
    expect(topicNext(aTopic({ status: 'returned' }), now).words).not.toMatch(/直接受理/);
    expect(topicNext(aTopic({ status: 'returned', mergedFrom: ['t2'] }), now).words).toMatch(/直接受理或转办/);
  });
});

describe('the card that is forwarded', () => {
  it('names the compound, the matter and how it stands', () => {
    expect(topicShareCard(aTopic({ status: 'on-notice' }))).toEqual({
      title: '幸福小区议题“北门装电动车充电桩”：公示中',
      path: 'council/pages/topic/index?id=t1',
    });
  });

  it('is not made of words that nobody has checked', () => {
    expect(topicShareCard(aTopic({ wordsState: 'pending' }))).toBeUndefined();
  });
});
