import { afterEffect } from '@gongyi/shared/requests/effect';
import type { Effect } from '@gongyi/shared/requests/effect';
import { countsOf } from '@gongyi/shared/requests/figures';
import type { Request } from '@gongyi/shared/requests/request';
import { DEFAULT_TERMS, statusesFor } from '@gongyi/shared/requests/request-rules';
import type { Move } from '@gongyi/shared/requests/request-rules';
import { NOBODY } from '../people/public';
import { PREFIX, keys } from '../platform/table-shape';
import { changeOnce, createOnce, getItem, putNew, queryAll, updateOf, writeTogether } from '../platform/table';
import type { Item, TransactItem } from '../platform/table';
import { REQUEST_DUE, attributesOf, differenceOf, eventOf, requestOf } from './request-item';
import type { StoredEvent } from '@gongyi/shared/requests/stored-request';

/** Requests and their steps. A request and its steps share one partition. */

export const findRequest = async (requestId: string): Promise<Request | undefined> => {
  const item = await getItem(keys.request(requestId), { consistent: true });
  return item && requestOf(item);
};

/** The sealed name and number of a caller, and the request they belong to. */
export const findSealedContact = async (requestId: string): Promise<string | undefined> => {
  const item = await getItem(keys.request(requestId), { consistent: true });
  return typeof item?.['contactSealed'] === 'string' ? item['contactSealed'] : undefined;
};

/** Steps with a revision greater than `after`, in order. */
export const eventsAfter = async (requestId: string, after = 0): Promise<StoredEvent[]> => {
  const items = await queryAll({
    pk: `${PREFIX.request}${requestId}`,
    between: [keys.requestEvent(requestId, after + 1).sk, keys.requestEvent(requestId, 999_999).sk],
    consistent: true,
  });
  return items.map(eventOf);
};

export const hasJoined = async (requestId: string, personId: string): Promise<boolean> =>
  (await getItem(keys.requestJoin(requestId, personId), { consistent: true })) !== undefined;

/** Who joined a request. */
export const joinersOf = async (requestId: string): Promise<string[]> => {
  const items = await queryAll({ ...joins(requestId), consistent: true });
  return items.map((item) => String(item['personId']));
};
const joins = (requestId: string) => ({
  pk: `${PREFIX.request}${requestId}`,
  prefix: keys.requestJoin(requestId, '').sk,
});

/** Creates a request once; the request as it stands now if this operation made it before. */
export const createRequest = async (
  request: Request,
  opHash: string,
  contactSealed?: string,
): Promise<Request | undefined> => {
  const item: Item = { ...attributesOf(request), ...(contactSealed === undefined ? {} : { contactSealed }) };
  const written = await createOnce({ ...item, ...keys.request(request.id), opHash });
  return written.done ? requestOf(written.item ?? item) : undefined;
};

/** Who makes a step; the clock has no person. */
export interface Maker {
  readonly personId?: string | undefined;
  readonly role: string;
  /** Masked, for those who may see a name. */
  readonly name: string;
}

export interface Step {
  readonly before: Request;
  readonly effect: Effect;
  /** The move, whose lawful statuses the write repeats; undefined for the clock. */
  readonly verb?: Move | undefined;
  readonly maker: Maker;
  readonly op: string;
  readonly opHash?: string | undefined;
  readonly now: number;
}

/** The two writes of a step: the request, if it is still as seen, and the step of its timeline. */
export const stepWrites = ({ before, effect, verb, maker, op, opHash, now }: Step): TransactItem[] => {
  const after = afterEffect(before, effect);
  const lawful = verb === undefined ? [before.status] : statusesFor(verb);
  const { id } = before;
  const { kind, words, photos, facts } = effect.event;
  const counts = countsOf(before, after, effect, now);
  const event = {
    ...keys.requestEvent(id, after.rev),
    rev: after.rev,
    kind,
    at: now,
    ...(maker.personId === undefined ? {} : { byId: maker.personId }),
    byRole: maker.role,
    byName: maker.name,
    ...(words === undefined
      ? {}
      : {
          words,
          wordsCheck: 'pending',
          ...keys.due(REQUEST_DUE, now + DEFAULT_TERMS.wordsVerdict, `${id}.${String(after.rev)}`),
        }),
    ...(photos === undefined || photos.length === 0 ? {} : { photos: [...photos] }),
    ...(facts === undefined || Object.keys(facts).length === 0 ? {} : { facts }),
    ...(counts.length === 0 ? {} : { counts }),
    op,
    ...(opHash === undefined ? {} : { opHash }),
  };
  return [
    updateOf({
      key: keys.request(id),
      set: differenceOf(before, after),
      when: `#rev = :rev AND #holderId = :holderId AND #status IN (${lawful.map((_, i) => `:status${String(i)}`).join(', ')})`,
      names: { '#rev': 'rev', '#status': 'status', '#holderId': 'holderId' },
      values: {
        ':rev': before.rev,
        ':holderId': before.holderId,
        ...Object.fromEntries(lawful.map((status, i) => [`:status${String(i)}`, status])),
      },
      op,
    }),
    putNew(event),
  ];
};

/** True when the step was made; false when the request (or what `also` asks for) is no longer as seen. */
export const writeStep = async (step: Step, also: readonly TransactItem[] = []): Promise<boolean> =>
  (await writeTogether([...stepWrites(step), ...also])).done;

/** The write that remembers who joined. */
export const joinWrite = (requestId: string, personId: string, now: number): TransactItem =>
  putNew({ ...keys.requestJoin(requestId, personId), personId, at: now });

/** Takes a person's masked name from a request and its steps, and what a caller left to be called by. */
export const forgetPerson = async (requestId: string, personId: string): Promise<void> => {
  const op = `forgotten.${personId}`;
  const values = { ':personId': personId };
  await changeOnce({
    key: keys.request(requestId),
    set: { filerName: NOBODY, contactSealed: undefined },
    when: 'filerId = :personId',
    values,
    op,
  });
  const own = (await eventsAfter(requestId)).filter(({ byId }) => byId === personId);
  for (const { rev } of own) {
    const key = keys.requestEvent(requestId, rev);
    await changeOnce({ key, set: { byName: '' }, when: 'byId = :personId', values, op });
  }
};
