import type { objectToNotice as route } from '@gongyi/shared/council/contract';
import { objected } from '@gongyi/shared/council/notice-effects';
import type { RouteInput } from '@gongyi/shared/kernel/define-route';
import { isRefusal, refuse } from '@gongyi/shared/kernel/refusal';
import { HOUR } from '@gongyi/shared/kernel/time';
import { maskName } from '../people/public';
import { spendAttempt, tryOf } from '../platform/rate-limit';
import type { Call } from '../platform/router';
import { makeSessionMove } from './make-session-move';
import { followWrite } from './part-store';
import { agreedItems } from './session-topics';

const MOST_AN_HOUR = 5;

/** A resident objects, signed; whoever does hears what becomes of the topics. The record keeps the name masked. */
export const objectToNotice = ({ params, body }: RouteInput<typeof route>, call: Call) =>
  makeSessionMove({ verb: 'object', sessionId: params.sessionId, rev: body.rev }, call, async (session) => {
    const { who, now } = call;
    if (!who.consents.includes('privacy')) return refuse('privacy-consent-needed');
    const effect = objected(session, { words: body.words, signature: maskName(body.signature) }, now);
    if (isRefusal(effect)) return effect;
    const spent = await spendAttempt(who.personId, `object.${session.id}`, MOST_AN_HOUR, HOUR, now, tryOf(call));
    if (spent !== undefined) return spent;
    return { effect, also: agreedItems(session).map(({ topicId }) => followWrite(topicId, who.personId, now)) };
  });
