import { randomUUID } from 'node:crypto';
import { DAY, HOUR } from '@gongyi/shared/kernel/time';
import { beginWechatSession } from '@gongyi/shared/people/contract';
import type { CastKey } from './cast';
import { clientOf, Refused } from './client';
import type { Client } from './client';
import { openJournal } from './journal';
import { standInsOf } from './stand-ins';
import type { StandIns } from './stand-ins';

export interface SeedOptions {
  /** The app's origin, without `/api`. */
  readonly apiBase: string;
  /** The stand-ins' origin. */
  readonly wechatBase: string;
  readonly stateDir: string;
  readonly log: (line: string) => void;
  readonly size?: 'full' | 'small';
  /** What an operator's tool needs to reach the system; appoints the first administrator. */
  readonly operatorEnv: Readonly<Record<string, string>>;
}

/** The means by which the demonstration is told. */
export interface Telling {
  readonly client: Client;
  readonly phones: StandIns;
  readonly log: (line: string) => void;
  readonly close: () => Promise<void>;
  /** The person's session; the app is opened again when they have been away for long. */
  readonly token: (who: CastKey) => Promise<string>;
  readonly personId: (who: CastKey) => Promise<string>;
  /**
   * A step that is done once over all runs. `make` builds what is sent, `send` sends it under a name and gives
   * what is worth keeping. What was sent without an answer is sent again as it was.
   */
  readonly once: (
    step: string,
    make: () => unknown,
    send: (body: unknown, name: string) => Promise<string>,
  ) => Promise<string>;
}

/** WeChat takes words and photos to check only from people who opened the app within two hours. */
const AWAY = 1.5 * HOUR;
/** Well before a session ends. */
const STALE = 5 * DAY;
const TRIES = 4;
const OVERTAKEN: readonly string[] = ['changed-meanwhile', 'amended-since', 'sign-in-code-wrong'];

interface Session {
  readonly token: string;
  readonly personId: string;
}

const sessionsOf = (client: Client, phones: StandIns) => {
  const sessions = new Map<CastKey, { readonly began: number; seen: number; session: Promise<Session> }>();
  const begin = async (who: CastKey): Promise<Session> =>
    client.send(beginWechatSession, { name: `sign in ${randomUUID()}`, body: { code: await phones.loginCode(who) } });
  return (who: CastKey): Promise<Session> => {
    const now = client.now();
    const known = sessions.get(who);
    if (known === undefined || now - known.began > STALE) {
      const session = begin(who);
      sessions.set(who, { began: now, seen: now, session });
      return session;
    }
    if (now - known.seen > AWAY) {
      const { session } = known;
      known.seen = now;
      known.session = phones.open(who).then(() => session);
    }
    return known.session;
  };
};

export const openTelling = async (options: SeedOptions, journalPath: string): Promise<Telling> => {
  const client = clientOf(options.apiBase);
  const phones = standInsOf(options.wechatBase);
  const journal = await openJournal(journalPath);
  const session = sessionsOf(client, phones);
  return {
    client,
    phones,
    log: options.log,
    close: journal.close,
    token: async (who) => (await session(who)).token,
    personId: async (who) => (await session(who)).personId,
    once: async (step, make, send) => {
      const done = journal.gotOf(step);
      if (typeof done === 'string') return done;
      for (let tries = 1; ; tries += 1) {
        const name = tries === 1 ? step : `${step} again ${String(tries)}`;
        const body = journal.sentOf(name) ?? (await make());
        if (journal.sentOf(name) === undefined) await journal.noteSent(name, body);
        try {
          const got = await send(body, name);
          await journal.noteGot(step, got);
          return got;
        } catch (fault) {
          // Somebody or the clock was faster: look again and say it anew.
          if (!(fault instanceof Refused) || !OVERTAKEN.includes(fault.code) || tries >= TRIES) throw fault;
        }
      }
    },
  };
};
