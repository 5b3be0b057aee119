import * as z from 'zod/mini';
import { StoredEvent, readStoredRequest } from '@gongyi/shared/requests/stored-request';
import { photoChangeOf } from '../media/public';
import type { Change, Reaction } from '../platform/reaction';
import { PREFIX } from '../platform/table-shape';
import { tell } from './tell';
import type { Telling } from './tell';
import { findTopic } from './topic-recipients';
import { findWish } from './volunteer-recipient-store';

/** Whose words or photo are not shown, and in what; undefined if the change holds nothing back. */
interface Held {
  readonly personId: string;
  readonly what: '文字' | '照片';
  readonly subject: Telling['subject'];
  readonly causeId: string;
}

/** What shows a photo: a topic of the council, a wish, or else a request. */
const shownIn = async (id: string | undefined): Promise<Telling['subject']> => {
  if (id === undefined) return undefined;
  const [topic, wish] = await Promise.all([findTopic(id), findWish(id)]);
  return { kind: topic !== undefined ? 'topic' : wish !== undefined ? 'wish' : 'request', id };
};

const heldPhoto = async (change: Change): Promise<Held | undefined> => {
  const photo = photoChangeOf(change);
  if (photo?.state !== 'held') return undefined;
  return {
    personId: photo.ownerId,
    what: '照片',
    subject: await shownIn(photo.usedBy[0]),
    causeId: `held.${photo.mediaId}`,
  };
};

const Step = z.object({ byId: z.string(), wordsCheck: z.literal('held') });

const STEP_PREFIX = {
  topic: PREFIX.topic,
  session: PREFIX.session,
  vote: PREFIX.vote,
  'committee-vote': PREFIX.committeeVote,
  repair: PREFIX.repair,
  team: PREFIX.team,
  shift: PREFIX.shift,
  wish: PREFIX.wish,
} as const;
const STEP_SUBJECTS = ['topic', 'session', 'vote', 'committee-vote', 'repair', 'team', 'shift', 'wish'] as const;

/** A step of a record; what a topic or a vote says itself stands in its steps too. */
const heldStep = ({ pk, sk, old, new: item }: Change): Held | undefined => {
  const kind = STEP_SUBJECTS.find((one) => pk.startsWith(STEP_PREFIX[one]));
  if (kind === undefined || !sk.startsWith('EV#') || old?.['wordsCheck'] === 'held') return undefined;
  const step = z.safeParse(Step, item);
  if (!step.success) return undefined;
  const id = pk.slice(STEP_PREFIX[kind].length);
  return { personId: step.data.byId, what: '文字', subject: { kind, id }, causeId: `held.${id}.${sk}` };
};

const heldWords = (change: Change): Held | undefined => {
  if (!change.pk.startsWith(PREFIX.request) || change.old?.['wordsCheck'] === 'held') return undefined;
  const requestId = change.pk.slice(PREFIX.request.length);
  const subject = { kind: 'request', id: requestId } as const;
  const causeId = `held.${requestId}.${change.sk}`;
  const request = readStoredRequest(requestId, change.new);
  if (request !== undefined) {
    const { wordsCheck, filerId } = request;
    if (wordsCheck !== 'held' || filerId === undefined) return undefined;
    return { personId: filerId, what: '文字', subject, causeId };
  }
  const event = z.safeParse(StoredEvent, change.new);
  if (!event.success || event.data.wordsCheck !== 'held' || event.data.byId === undefined) return undefined;
  return { personId: event.data.byId, what: '文字', subject, causeId };
};

/** A check held somebody's words or photo: they are told, so that nobody waits for an answer to what nobody saw. */
export const onHeld: Reaction = {
  name: 'notices/on-held',
  async on(change) {
    const held = heldWords(change) ?? heldStep(change) ?? (await heldPhoto(change));
    if (held === undefined) return;
    const { personId, what, subject, causeId } = held;
    await tell(
      {
        personIds: [personId],
        causeId,
        kind: 'content-held',
        title: `有一处${what}没有显示`,
        words: `您发的${what}未通过内容检查，别人看不到；事情照常办理。`,
        subject,
      },
      Date.now(),
    );
  },
};
