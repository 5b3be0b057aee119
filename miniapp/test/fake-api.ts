import type { Route, RouteReply } from '@gongyi/shared/kernel/define-route';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { answerWith } from './taro-stub';

/** A call as the server hears it. */
interface Heard {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly key: string | undefined;
}
type Answer = (heard: Heard) => unknown;

const addressOf = (route: Route): RegExp =>
  new RegExp(`/api${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/?]+)')}(\\?.*)?$`);

const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;

/**
 * The server in tests. A route answers what the test says, by the route's own contract: a reply that breaks it is
 * no answer on screen. A refusal is one; `undefined` loses the answer; what is not given is not found.
 */
export const fakeApi = () => {
  const heard: Heard[] = [];
  const answers = new Map<Route, Answer>();
  answerWith(({ url, method, header, data }) => {
    for (const [route, answer] of answers) {
      const found = route.method === method ? addressOf(route).exec(url) : null;
      if (found === null) continue;
      const call: Heard = {
        route: route.id,
        params: { ...found.groups },
        query: Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? '')),
        body: data === undefined ? undefined : JSON.parse(data),
        key: header['idempotency-key'],
      };
      heard.push(call);
      const reply = answer(call);
      if (reply === undefined) return undefined;
      if (isRefusal(reply)) return { statusCode: 409, data: { code: reply.refused, facts: reply.facts } };
      return { statusCode: 200, data: reply };
    }
    return { statusCode: 404, data: { code: 'not-found', facts: {} } };
  });
  return {
    on: <T extends Route>(route: T, answer: (heard: Heard) => RouteReply<T> | Refusal | undefined): void => {
      answers.delete(route);
      answers.set(route, answer);
    },
    /** What was asked of a route so far. */
    asked: (route: Route): readonly Heard[] => heard.filter((each) => each.route === route.id),
  };
};
