import { VoteView } from '@gongyi/shared/votes/contract';
import * as z from 'zod/mini';
import type { TestServices } from '../../../infra/local/services-for-tests';
import { csv, officeOf } from '../district/roll-for-tests';
import { noticeReactions } from '../notices/on';
import { newDistrict, newPerson } from '../people/people-for-tests';
import type { Answer, Someone } from '../people/people-for-tests';
import { queryAll } from '../platform/table';
import type { Item } from '../platform/table';
import { keys } from '../platform/table-shape';
import { votesReactions } from './on';

/** A compound with a roll of five homes and four heads, and the people of a vote. */
export interface Compound {
  readonly compoundId: string;
  readonly communityId: string;
  readonly administrator: Someone;
  readonly worker: Someone;
  readonly secretary: Someone;
  readonly officer: Someone;
  readonly director: Someone;
  readonly manager: Someone;
  /** Owns 101 and 102: one head of two homes. */
  readonly owner: Someone;
  /** Owns 103. */
  readonly neighbour: Someone;
  readonly stranger: Someone;
  readonly companyId: string;
}

export const done = (answer: Answer): unknown => {
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.body;
};
export const voteIn = (answer: Answer): VoteView => z.parse(VoteView, done(answer));

const claimed = async (worker: Someone, owner: Someone, compoundId: string, homeId: string, name: string) => {
  done(await owner.post('/homes/claims', { homeId, relation: 'owner', name }));
  const { items } = z.parse(
    z.object({ items: z.array(z.object({ id: z.string(), homeId: z.string() })) }),
    done(await worker.get(`/compounds/${compoundId}/claims`)),
  );
  const claim = items.find((one) => one.homeId === homeId);
  if (claim !== undefined) {
    done(await worker.post(`/compounds/${compoundId}/claims/${claim.id}/decision`, { verified: true }));
  }
};

export const newCompound = async (services: TestServices, id: string): Promise<Compound> => {
  const administrator = await newDistrict(services, id);
  const [compoundId, communityId] = [`${id}.s1.c1.x1`, `${id}.s1.c1`];
  const company = done(
    await administrator.post('/organisations', {
      kind: 'property-company',
      name: '和谐物业',
      servesPlaceIds: [compoundId],
    }),
  );
  const { id: companyId } = z.parse(z.object({ id: z.string() }), company);
  const staff = async (name: string, role: string, scope: object): Promise<Someone> => {
    const person = await newPerson(services, name);
    done(await administrator.post('/grants', { phone: person.phone, role, ...scope }));
    return person;
  };
  const worker = await staff('李建国', 'community-worker', { placeId: communityId });
  const roll = csv(
    '1-1-101,80.00,王样一,000001,,',
    '1-1-102,70.00,王样一,000001,,',
    '1-1-103,90.00,赵样二,000002,,',
    '1-1-201,60.00,钱样三,000003,,',
    '1-1-202,100.00,孙样四,000004,,',
  );
  const office = officeOf(() => worker);
  await office.run((await office.begin(compoundId, roll)).id);
  const owner = await newPerson(services, '王样一');
  const neighbour = await newPerson(services, '赵样二');
  await claimed(worker, owner, compoundId, `${compoundId}.b1.e1.h101`, '王样一');
  await claimed(worker, owner, compoundId, `${compoundId}.b1.e1.h102`, '王样一');
  await claimed(worker, neighbour, compoundId, `${compoundId}.b1.e1.h103`, '赵样二');
  return {
    compoundId,
    communityId,
    administrator,
    worker,
    secretary: await staff('陈书记', 'community-secretary', { placeId: communityId }),
    officer: await staff('街道钱', 'street-officer', { placeId: `${id}.s1` }),
    director: await staff('吴主任', 'owners-committee-director', { placeId: compoundId }),
    manager: await staff('郑经理', 'manager', { organisationId: companyId }),
    owner,
    neighbour,
    stranger: await newPerson(services, '外人'),
    companyId,
  };
};

export const MATTER = {
  kind: 'common-parts-use',
  title: '南门空地划车位',
  words: '南门空地划十五个车位出租。',
} as const;

export const drafted = async ({ director, compoundId }: Compound, more: object = {}): Promise<VoteView> =>
  voteIn(
    await director.post(`/compounds/${compoundId}/votes`, {
      title: '车位表决',
      starter: 'owners-committee',
      scope: { kind: 'compound' },
      matters: [MATTER],
      ...more,
    }),
  );

/** What the stream brings within a second: everything told once, as if just written. */
export const deliver = async (pk: string, main?: Item): Promise<void> => {
  for (const item of await queryAll({ pk, consistent: true })) {
    const [itemPk, sk] = [String(item['pk']), String(item['sk'])];
    const old = sk.includes('#') ? undefined : main;
    const eventId = `${itemPk}${sk}${String(item['rev'])}`;
    const change = { pk: itemPk, sk, old, new: item, at: Date.now(), eventId, expired: false };
    for (const reaction of [...votesReactions, ...noticeReactions]) await reaction.on(change);
  }
};
export const deliverVote = (voteId: string, old?: Item): Promise<void> => deliver(keys.vote(voteId).pk, old);
