import type { CouncilSession } from '@gongyi/shared/council/session';
import { onTheTable } from '@gongyi/shared/council/session-rules';
import type { Topic } from '@gongyi/shared/council/topic';
import { shortTime } from './notice-words';
import { tell } from './tell';
import { findTopic, peopleOf } from './topic-recipients';
import { named, topicPush } from './topic-tellings';

interface Adjourning {
  readonly rev: number;
  readonly at: number;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** Topics that the session still has to settle; the others went their way and their followers heard of it. */
const leftIn = async (session: CouncilSession): Promise<Topic[]> => {
  const topics = await Promise.all(onTheTable(session).map(({ topicId }) => findTopic(topicId)));
  return topics.filter((topic) => topic !== undefined);
};

/**
 * A session makes no step of its topics when it adjourns; whoever follows one of them hears of it all the same,
 * once, of the first on the agenda. `told` has heard of it already.
 */
export const tellOfAdjourning = async (
  session: CouncilSession,
  { rev, at, facts }: Adjourning,
  told: Set<string>,
  now: number,
): Promise<void> => {
  const { resumesAt } = facts;
  const goesOn = typeof resumesAt === 'number' ? `${shortTime(resumesAt)} 继续开` : '继续的时间另行通知';
  for (const topic of await leftIn(session)) {
    const followers = await peopleOf('followers', topic, undefined, now);
    const personIds = followers.filter((personId) => !told.has(personId));
    personIds.forEach((personId) => told.add(personId));
    await tell(
      {
        personIds,
        causeId: `${session.id}.${String(rev)}.adjourned`,
        kind: 'topic-step',
        title: '商议议题的会议休会',
        words: `商议${named(topic)}的会议休会，${goesOn}。`,
        subject: { kind: 'topic', id: topic.id },
        push: topicPush('已休会', topic, `council/pages/topic/index?topicId=${topic.id}`, at),
      },
      now,
    );
  }
};
