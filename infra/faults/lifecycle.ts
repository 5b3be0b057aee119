import type { Known } from './actor';
import { act } from './actor';
import { liveLater } from './away';
import type { Handler } from '../bench/handler';
import type { Random } from '../local/fuzz/random';

/**
 * Many people making moves on one thing at once, lawful and not, with what they last saw or saw long ago. What
 * was acknowledged must stand in the history exactly once, what was refused not at all, and every step must be
 * lawful from where the thing stood.
 */
export interface Actor {
  readonly name: string;
  readonly token: string;
}
export interface Move {
  readonly verb: string;
  readonly body: (rev: number) => object;
}
export interface Lifecycle {
  readonly actors: readonly Actor[];
  /** Makes the thing; its id. */
  readonly begin: (random: Random) => Promise<string>;
  /** How much later than now people act on it, in milliseconds. */
  readonly away?: number;
  readonly pathOf: (id: string) => string;
  readonly movesFor: (actor: Actor, random: Random, view: unknown) => Move;
  /** What is wrong with the history, given how often each verb was acknowledged by whom. */
  readonly judge: (id: string, acknowledged: readonly Acknowledged[]) => Promise<string[]>;
}
export interface Acknowledged {
  readonly actor: string;
  readonly verb: string;
  /** The revision the answer showed. */
  readonly rev: number;
  readonly key: string;
}

const MOVES_EACH = 5;

const revOf = (body: unknown): number =>
  typeof body === 'object' && body !== null && 'rev' in body && typeof body.rev === 'number' ? body.rev : 0;

/** One seed: everybody acts at once; then the history is judged. */
export const runLifecycle = async (
  handler: Handler,
  lifecycle: Lifecycle,
  random: Random,
): Promise<{
  readonly problems: string[];
  readonly acknowledged: number;
  readonly refused: number;
  readonly again: number;
}> => {
  const id = await lifecycle.begin(random);
  const path = lifecycle.pathOf(id);
  const acknowledged: Acknowledged[] = [];
  const problems: string[] = [];
  let refused = 0;
  let again = 0;
  const play = async (actor: Actor): Promise<void> => {
    const look = (): Promise<Known> => act(handler, { method: 'GET', path, token: actor.token, key: random.text(24) });
    let seen = await look();
    for (let turn = 0; turn < MOVES_EACH; turn += 1) {
      const { verb, body } = lifecycle.movesFor(actor, random, seen.body);
      const call = {
        method: 'POST',
        path: `${path}/${verb}`,
        token: actor.token,
        key: random.text(24),
        body: body(revOf(seen.body)),
      };
      const answer = await act(handler, call);
      if (answer.status !== 200) {
        refused += 1;
        // Told that the thing has changed, most look again; some try once more with what they saw long ago.
        if (random.chance(0.8)) seen = await look();
        continue;
      }
      seen = answer;
      acknowledged.push({ actor: actor.name, verb, rev: revOf(answer.body), key: call.key });
      // Sent once more, as a phone does that lost the answer: nothing may happen twice.
      if (answer.sent > 1 || random.chance(0.2)) {
        again += 1;
        const once = await act(handler, call);
        if (once.status !== 200)
          problems.push(
            `${verb} by ${actor.name} sent again: ${String(once.status)} ${JSON.stringify(once.body).slice(0, 200)}`,
          );
      }
    }
  };
  await liveLater(lifecycle.away ?? 0, () => Promise.all(lifecycle.actors.map(play)));
  problems.push(...(await lifecycle.judge(id, acknowledged)));
  return { problems, acknowledged: acknowledged.length, refused, again };
};
