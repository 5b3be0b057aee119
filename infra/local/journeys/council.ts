import type { SessionView, TopicView } from '@gongyi/shared/council/contract';
import { getSession, getSignInCodes, getTopic, listTopics } from '@gongyi/shared/council/contract';
import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import { callAs } from './api';
import type { Caller } from './api';
import type { World } from './world';

type Body = Readonly<Record<string, unknown>>;

/** What people do in the councils on their own phones, while others are looked at in a browser. */
export const councilOf = (world: () => World) => {
  // Signed in anew each time: WeChat checks words only of people who opened the app lately.
  const as = (who: string): Promise<Caller> => callAs(world().system, `demo-${who}`);
  const topic = async (id: string, who = 'secretary'): Promise<TopicView> =>
    (await as(who)).send(getTopic, { params: { topicId: id } });
  const session = async (id: string, who = 'secretary'): Promise<SessionView> =>
    (await as(who)).send(getSession, { params: { sessionId: id } });
  return {
    as,
    topic,
    session,
    /** A move on a topic as it is now. */
    move: async <T extends Route>(who: string, route: T, topicId: string, body: Body = {}): Promise<RouteReply<T>> => {
      const caller = await as(who);
      const { rev } = await caller.send(getTopic, { params: { topicId } });
      return caller.send(route, { params: { topicId }, body: { rev, ...body } });
    },
    /** A move in a session as it is now. */
    sit: async <T extends Route>(who: string, route: T, sessionId: string, body: Body = {}): Promise<RouteReply<T>> => {
      const caller = await as(who);
      const { rev } = await caller.send(getSession, { params: { sessionId } });
      return caller.send(route, { params: { sessionId }, body: { rev, ...body } });
    },
    /** What the chair's screen shows now. */
    codeOf: async (sessionId: string): Promise<string> => {
      const { codes } = await (await as('secretary')).send(getSignInCodes, { params: { sessionId } });
      return codes[0]?.code ?? '';
    },
    /** The topic of this title in the main compound; lists follow the stream. */
    find: async (title: string, stage: string): Promise<string> => {
      await world().system.settle();
      const params = { compoundId: world().places.main.id };
      const { items } = await (await as('secretary')).send(listTopics, { params, query: { stage, limit: '50' } });
      const found = items.find((row) => row.title === title);
      if (found === undefined) throw new Error(`no topic ${title} at ${stage}`);
      return found.id;
    },
  };
};
export type Council = ReturnType<typeof councilOf>;
