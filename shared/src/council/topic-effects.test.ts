import { DAY } from '../kernel/time';
import { addWorkingDays } from '../kernel/working-days';
import { ALL_BODIES, NOW, SEATS, acceptedTopic, apply, must, refusedOf, topicFor } from './council-for-tests';
import { needsOfTopic } from './needs';
import {
  accepted,
  agreed,
  amended,
  commentHidden,
  commented,
  enforced,
  merged,
  progressed,
  published,
  rated,
  redirected,
  referred,
  returned,
  scheduled,
  seconded,
  supervised,
  taskFinished,
  topicOverdue,
  withdrawn,
} from './topic-effects';
import { seatsOf } from './seats';
import { topicDeadline } from './topic-rules';
import type { Task, Topic } from './topic';

const task = (id: string, party: Task['party'], dueAt = NOW + DAY): Task => ({
  id,
  words: '换灯',
  party,
  bodyName: '物业',
  steps: [
    { words: '买灯', done: false },
    { words: '装灯', done: false },
  ],
  dueAt,
});
const RESOLUTION = { agreed: true, by: 'consensus', agreeing: [], objecting: [], words: '延到十点', at: NOW } as const;
const carriedOut = (tasks: readonly Task[]): Topic => {
  const onAgenda = apply(acceptedTopic(), scheduled(acceptedTopic(), 's1', NOW, NOW));
  const resolved = apply(onAgenda, agreed(onAgenda, { ...RESOLUTION, agreeing: [], objecting: [] }, tasks, NOW));
  const shown = apply(resolved, published(resolved, NOW + 7 * DAY, NOW));
  return apply(shown, enforced(shown, NOW));
};

describe('screening', () => {
  it('is due three working days after the proposal', () => {
    expect(topicFor().screenBy).toBe(addWorkingDays(NOW, 3));
  });

  it('waits for the seconds that the template asks for, not for a party', () => {
    const topic = topicFor({}, { secondsBeforeScreening: 2 });
    expect(topic.screenBy).toBeUndefined();
    const one = apply(topic, seconded(topic, false, NOW + 1));
    expect(one.screenBy).toBeUndefined();
    const last = must(seconded(one, false, NOW + 2));
    expect(apply(one, last).screenBy).toBe(addWorkingDays(NOW + 2, 3));
    expect(last.event.facts).toEqual({ screenBy: addWorkingDays(NOW + 2, 3) });
    expect(refusedOf(seconded(topic, true, NOW))).toBe('own-topic');
  });

  it('never accepts what the owners decide, by kind, title or words', () => {
    expect(refusedOf(accepted(topicFor({ matter: 'fund-raising' }), undefined, NOW))).toBe('owners-decide');
    expect(refusedOf(accepted(topicFor({ title: '续筹维修资金' }), undefined, NOW))).toBe('owners-decide');
    expect(refusedOf(accepted(topicFor({ words: '每户补交维修基金' }), undefined, NOW))).toBe('owners-decide');
    expect(refusedOf(accepted(topicFor({ spot: '每户补交维修基金' }), undefined, NOW))).toBe('owners-decide');
    const apart = topicFor({ title: '维修资金', words: '每户两千元，月底前交齐。' });
    expect(refusedOf(accepted(apart, undefined, NOW))).toBe('owners-decide');
  });

  it('accepts only words that were checked', () => {
    expect(refusedOf(accepted(topicFor({ wordsCheck: 'pending' }), undefined, NOW))).toBe('content-unchecked');
  });

  it('takes a second and a place on an agenda only by words that are cleared, and still are', () => {
    for (const wordsCheck of ['pending', 'person', 'held'] as const) {
      expect(refusedOf(seconded(topicFor({ wordsCheck }), false, NOW))).toBe('content-unchecked');
      expect(refusedOf(scheduled(acceptedTopic(), 's1', NOW, NOW))).toBeUndefined();
      expect(refusedOf(scheduled({ ...acceptedTopic(), wordsCheck }, 's1', NOW, NOW))).toBe('content-unchecked');
    }
  });

  it('after a return begins anew with the amendment', () => {
    const topic = topicFor();
    const back = apply(topic, returned(topic, '请写具体', NOW + DAY));
    expect(back.screenBy).toBeUndefined();
    const to = { title: '题', words: '文', matter: 'common-affairs', photos: [] } as const;
    const again = apply(back, amended(back, to, NOW + 2 * DAY));
    expect(again).toMatchObject({ status: 'proposed', version: 2, wordsCheck: 'pending' });
    expect(again.screenBy).toBe(addWorkingDays(NOW + 2 * DAY, 3));
  });

  it('tells the street once when its time has passed', () => {
    const topic = topicFor();
    const deadline = topicDeadline(topic);
    if (deadline === undefined) throw new Error('no deadline');
    const late = apply(topic, topicOverdue(topic, deadline, NOW + 9 * DAY));
    expect(topicDeadline(late)).toBeUndefined();
  });
});

describe('merging', () => {
  const merging = (into: Topic, seconds = 0) => ({ into, seconds, reason: '同一件事' });

  it('keeps whose supporters came from where, and refuses itself and other compounds', () => {
    const [topic, into] = [topicFor({ mergedFrom: ['t0'] }), topicFor({ id: 't2' })];
    const both = must(merged(topic, merging(into), NOW));
    expect(both.gone.changes).toMatchObject({ status: 'merged', mergedInto: 't2' });
    expect(both.gone.event.facts).toEqual({ into: 't2', title: into.title });
    const unread = must(merged(topic, merging({ ...into, wordsCheck: 'held' }), NOW));
    expect(unread.gone.event.facts).toEqual({ into: 't2' });
    const other = must(merged({ ...topic, wordsCheck: 'pending' }, merging(into), NOW));
    expect(other.kept.event.facts).toEqual({ from: 't1', seconds: 0 });
    expect(both.kept.changes.mergedFrom).toEqual(['t1', 't0']);
    expect(refusedOf(merged(topic, merging(topic), NOW))).toBe('topic-unknown');
    expect(refusedOf(merged(topic, merging({ ...into, compoundId: 'jn.s01.c01.x02' }), NOW))).toBe('topic-unknown');
    expect(refusedOf(merged(topic, merging({ ...into, status: 'done' }), NOW))).toBe('topic-not-ready');
    expect(refusedOf(merged(topicFor({ title: '续筹维修资金' }), merging(into), NOW))).toBe('owners-decide');
    const full = { ...into, mergedFrom: Array.from({ length: 49 }, (_, index) => `m${String(index)}`) };
    expect(refusedOf(merged(topic, merging(full), NOW))).toBe('too-many-merged');
    expect(refusedOf(merged({ ...topic, mergedFrom: [] }, merging(full), NOW))).toBeUndefined();
  });

  it('counts the supporters of both, and begins the convener’s time once they are enough', () => {
    const topic = topicFor({ seconds: 2 });
    const into = topicFor({ id: 't2', seconds: 1 }, { secondsBeforeScreening: 3 });
    expect(into.screenBy).toBeUndefined();
    // One of the three stood behind both.
    const few = must(merged(topic, merging(into, 2), NOW)).kept;
    expect(few.event.facts).toEqual({ from: 't1', title: topic.title, seconds: 1 });
    expect(apply(into, few)).toMatchObject({ seconds: 2 });
    expect(apply(into, few).screenBy).toBeUndefined();
    const enough = must(merged(topic, merging(into, 3), NOW + 1)).kept;
    const screenBy = addWorkingDays(NOW + 1, 3);
    expect(enough.event.facts).toMatchObject({ seconds: 2, screenBy });
    expect(apply(into, enough)).toMatchObject({ seconds: 3, screenBy });
    // Where it runs already, it runs on.
    const going = topicFor({ id: 't3', seconds: 1 });
    expect(apply(going, must(merged(topic, merging(going, 3), NOW + DAY)).kept).screenBy).toBe(going.screenBy);
  });
});

describe('a topic that holds others', () => {
  const holding = topicFor({ mergedFrom: ['t0'] });
  const back = apply(holding, returned(holding, '请写具体', NOW));

  it('is not taken back by its proposer alone, screened or returned', () => {
    for (const topic of [holding, back]) expect(refusedOf(withdrawn(topic, NOW))).toBe('holds-others');
    expect(refusedOf(withdrawn(topicFor(), NOW))).toBeUndefined();
  });

  it('is still the convener’s to take up or send on when its proposer does not answer', () => {
    expect(apply(back, accepted(back, undefined, NOW + DAY))).toMatchObject({ status: 'accepted', mergedFrom: ['t0'] });
    expect(apply(back, accepted(back, undefined, NOW + DAY)).closedReason).toBeUndefined();
    expect(apply(back, redirected(back, 'street', '超出小区', NOW + DAY)).status).toBe('redirected');
    const into = topicFor({ id: 't2' });
    const both = must(merged(back, { into, seconds: 3, reason: '同一件事' }, NOW + DAY));
    expect(both.kept.changes.mergedFrom).toEqual(['t1', 't0']);
    const alone = apply(topicFor(), returned(topicFor(), '请写具体', NOW));
    expect(refusedOf(accepted(alone, undefined, NOW))).toBe('move-not-allowed');
    expect(refusedOf(redirected(alone, 'street', '超出小区', NOW))).toBe('move-not-allowed');
    expect(refusedOf(merged(alone, { into, seconds: 3, reason: '同一件事' }, NOW))).toBe('move-not-allowed');
  });
});

it('hides only what was said before it was looked at', () => {
  const topic = topicFor();
  const said = topic.rev + 1;
  expect(refusedOf(commentHidden(topic, said, '离题', NOW))).toBe('comment-unknown');
  const discussed = apply(topic, commented(topic, '支持', NOW));
  expect(must(commentHidden(discussed, said, '离题', NOW)).event.facts).toEqual({ hiddenRev: said });
});

it('is answered by the street wherever it was handed up, and not where it went elsewhere', () => {
  const onAgenda = apply(acceptedTopic(), scheduled(acceptedTopic(), 's1', NOW, NOW));
  const unsettled = apply(onAgenda, referred(onAgenda, '没有谈拢', NOW));
  const beyond = apply(topicFor(), redirected(topicFor(), 'street', '超出小区', NOW));
  for (const topic of [unsettled, beyond])
    expect(must(supervised(topic, '已约路灯所来看', undefined, NOW)).event.kind).toBe('supervised');
  const vote = apply(topicFor(), redirected(topicFor(), 'vote', '由业主表决', NOW));
  expect(refusedOf(supervised(vote, '看过了', undefined, NOW))).toBe('move-not-allowed');
});

describe('tasks', () => {
  it('are worked on by their own party, and end the topic with the last', () => {
    const topic = carriedOut([task('t1', 'property-company'), task('t2', 'committee-of-residents')]);
    const work = { taskId: 't1', words: '买好了', photos: [], stepsDone: [0] };
    expect(refusedOf(progressed(topic, work, ['owners-committee'], NOW))).toBe('party-not-yours');
    const begun = apply(topic, progressed(topic, work, ['property-company'], NOW));
    expect(begun.tasks[0]?.steps.map(({ done }) => done)).toEqual([true, false]);
    const one = apply(begun, taskFinished(begun, work, ['property-company'], SEATS, NOW));
    expect(one.status).toBe('carrying-out');
    const [left, ...others] = needsOfTopic(one, SEATS);
    expect(others).toEqual([]);
    expect(left).toMatchObject({ kind: 'task', taskId: 't2' });
    const all = apply(one, taskFinished(one, { ...work, taskId: 't2' }, ['committee-of-residents'], SEATS, NOW));
    expect(all.status).toBe('done');
    expect(apply(all, rated(all, 'good', undefined, NOW)).ratings).toEqual({ good: 1, fair: 0, poor: 0 });
  });

  it('lie at the desk of who holds the seat now, not of who held it when they were promised', () => {
    const promised = { ...task('t1', 'property-company'), bodyId: 'company' };
    const topic = carriedOut([promised, { ...task('t2', 'owners-committee'), bodyId: 'owners' }]);
    const scopes = (bodies: Parameters<typeof seatsOf>[0]) =>
      needsOfTopic(topic, seatsOf(bodies)).map((need) => need.scopes);
    const [committee, branch, owners, company] = ALL_BODIES;
    const placesOf = (party: string) => ['jn.s01.c01.x01', 'jn.s01.c01', 'jn.s01', 'jn'].map((id) => `${party}/${id}`);
    const owned = placesOf('owners-committee');
    expect(scopes(ALL_BODIES)).toEqual([['body/company'], [...owned, 'body/owners']]);
    const next = { id: 'next', kind: 'property-company', name: '新物业' } as const;
    expect(scopes([committee, branch, owners, next])[0]).toEqual(['body/next']);
    const work = { taskId: 't1', words: '换好了', photos: [] };
    const seats = seatsOf([committee, branch, owners, next]);
    const finished = apply(topic, taskFinished(topic, work, ['property-company'], seats, NOW));
    expect(finished.tasks[0]).toMatchObject({ bodyId: 'next', bodyName: '新物业', doneAt: NOW });
    // Without a body of its own the party's work is with who stands in.
    const stoodIn = [...placesOf('committee-of-residents'), ...owned, 'body/committee'];
    expect(scopes([committee, branch, company])[1]).toEqual(stoodIn);
  });

  it('overdue are told once each, the earliest first', () => {
    const topic = carriedOut([
      task('t1', 'property-company', NOW + 2 * DAY),
      task('t2', 'property-company', NOW + DAY),
    ]);
    const first = topicDeadline(topic);
    expect(first).toEqual({ kind: 'task', at: NOW + DAY, taskId: 't2' });
    const late = first && apply(topic, topicOverdue(topic, first, NOW + DAY));
    expect(late && topicDeadline(late)).toMatchObject({ taskId: 't1' });
  });

  it('without any the resolution is done when it comes into force', () => {
    expect(carriedOut([]).status).toBe('done');
  });

  it('may not smuggle in what the owners decide', () => {
    const onAgenda = apply(acceptedTopic(), scheduled(acceptedTopic(), 's1', NOW, NOW));
    const bad = [{ ...task('t1', 'property-company'), words: '向业主收取维修资金' }];
    expect(refusedOf(agreed(onAgenda, { ...RESOLUTION, agreeing: [], objecting: [] }, bad, NOW))).toBe('owners-decide');
  });
});
