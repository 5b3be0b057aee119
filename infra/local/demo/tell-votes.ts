import { setTimeout as sleep } from 'node:timers/promises';
import {
  attendCommittee,
  callCommittee,
  closeCommittee,
  getCommitteeVote,
  openCommittee,
  publishCommittee,
  stateInCommittee,
} from '@gongyi/shared/votes/contract-committee';
import {
  accountRepair,
  checkRepair,
  declareRepair,
  finishRepair,
  getRepair,
} from '@gongyi/shared/votes/contract-emergency';
import { castBallot, getBallotsState, getMyLines } from '@gongyi/shared/votes/contract-ballots';
import {
  confirmPaper,
  deliverPaper,
  enterPaper,
  finishCount,
  getBox,
  listRegister,
  returnPaper,
  signCount,
} from '@gongyi/shared/votes/contract-paper';
import {
  amendVote,
  assignCallers,
  beginPetition,
  draftVote,
  publishVote,
  signPetition,
} from '@gongyi/shared/votes/contract-preparing';
import { getVote } from '@gongyi/shared/votes/contract-votes';
import type { Act } from './acts';
import { CAST_KEYS, livelyCompounds } from './cast';
import type { CastKey } from './cast';
import type { Picture } from './picture/scenes';
import { sendPictures } from './send-pictures';
import type { Stage } from './tell-tales';
import type { Telling } from './telling';
import { MEETING, PETITION, REPAIR, VOTE_TALES } from './votes/tales';
import type { VoteTale } from './votes/tales';

/** What everybody does about votes: a lane a vote, one for the petition, the committee and the repair. */
const READS: CastKey = 'worker';
const CONFIRMS: CastKey = 'member';

/** What of a vote's story comes under which name in the journal. */
const ids = new Map<string, string>();
const voteId = (key: string): string => ids.get(key) ?? '';

const actsOfVote = (telling: Telling, tale: VoteTale, { plan, refs: { at } }: Stage): Act[] => {
  const { client, once, token, personId } = telling;
  const { id: compoundId } = livelyCompounds(plan).main;
  const { key, title, matters } = tale;
  const scope =
    tale.scope === undefined
      ? { kind: 'compound' }
      : { kind: 'places', placeIds: tale.scope.paths.map((path) => `${compoundId}.${path}`), basis: tale.scope.basis };
  const params = () => ({ voteId: voteId(key) });
  const about = async (who: CastKey) => ({ token: await token(who), params: params() });
  const rev = async (name: string): Promise<number> =>
    (await client.send(getVote, { name, ...(await about('director')) })).rev;

  const begin = async (): Promise<void> => {
    const id = await once(
      `vote ${key} draft`,
      () => ({ title, scope, matters, starter: 'owners-committee' }),
      async (body, name) =>
        (await client.send(draftVote, { name, body, params: { compoundId }, token: await token('director') })).id,
    );
    ids.set(key, id);
    await once(
      `vote ${key} scrutineers`,
      async () => ({
        rev: await rev(`vote ${key} look`),
        title,
        scope,
        matters,
        scrutineerIds: await Promise.all(tale.scrutineers.map(personId)),
      }),
      async (body, name) => (await client.send(amendVote, { name, body, ...(await about('director')) })).id,
    );
  };
  const publish = async (): Promise<void> => {
    await once(
      `vote ${key} publish`,
      async () => ({ rev: await rev(`vote ${key} look`), opensAt: at(tale.opens), closesAt: at(tale.closes) }),
      async (body, name) => (await client.send(publishVote, { name, body, ...(await about('director')) })).id,
    );
    await once(
      `vote ${key} callers`,
      async () => ({
        rev: await rev(`vote ${key} look`),
        callers: [{ personId: await personId('member'), placeId: `${compoundId}.b3` }],
      }),
      async (body, name) => (await client.send(assignCallers, { name, body, ...(await about('director')) })).id,
    );
  };
  const cast = (who: CastKey, choices: object) => async (): Promise<void> => {
    const look = { name: `vote ${key} ${who} looks`, ...(await about(who)) };
    const line = String((await client.send(getMyLines, look)).lines[0]?.line ?? 0);
    await once(
      `vote ${key} ${who} casts`,
      () => ({ choices }),
      async (body, name) =>
        (await client.send(castBallot, { name, body, token: await token(who), params: { ...params(), line } })).castId,
    );
  };
  const papers = async (share: number): Promise<void> => {
    const look = { name: `vote ${key} register`, query: { limit: '50' }, ...(await about(READS)) };
    const { items } = await client.send(listRegister, look);
    const free = items.filter(({ elector }) => elector === undefined).slice(0, Math.ceil(items.length * share));
    for (const [index, { line }] of free.entries()) {
      const to = async () => ({ token: await token(READS), params: { ...params(), line: String(line) } });
      const step = `vote ${key} paper ${String(index)}`;
      await once(
        `${step} out`,
        () => ({ serial: index + 1, way: 'signed' }),
        async (body, name) => String((await client.send(deliverPaper, { name, body, ...(await to()) })).line),
      );
      await once(
        `${step} back`,
        () => ({ serial: index + 1, by: 'owner' }),
        async (body, name) => String((await client.send(returnPaper, { name, body, ...(await to()) })).line),
      );
    }
  };
  /** Sealing takes its own time after the close. */
  const sealed = async (): Promise<void> => {
    for (let look = 0; look < 120; look += 1) {
      const state = await client.send(getBallotsState, { name: `vote ${key} sealed`, params: params() });
      if (state.status === 'counting') return;
      await sleep(500);
    }
    throw new Error(`the vote ${key} was not sealed`);
  };
  const count = async (choices: readonly string[]): Promise<void> => {
    await sealed();
    const look = { name: `vote ${key} box`, ...(await about(READS)) };
    const papers: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.send(getBox, { ...look, query: cursor === undefined ? {} : { cursor } });
      papers.push(...page.items.map(({ line }) => line));
      ({ cursor } = page);
    } while (cursor !== undefined);
    for (const [index, line] of papers.entries()) {
      const entry = { kind: 'choices', choices: { m1: choices[index % choices.length] } };
      const face = () =>
        sendPictures(telling, `vote ${key} face ${String(index)}`, {
          who: READS,
          pictures: { photos: ['paper-mended'] },
        });
      for (const [verb, route, who] of [
        ['reads', enterPaper, READS],
        ['confirms', confirmPaper, CONFIRMS],
      ] as const) {
        await once(
          `vote ${key} ${verb} ${String(index)}`,
          async () => ({ ...entry, ...(route === enterPaper ? await face() : {}) }),
          async (body, name) => {
            const to = { token: await token(who), params: { ...params(), line: String(line) } };
            return (await client.send(route, { name, body, ...to })).state;
          },
        );
      }
    }
    for (const who of tale.scrutineers) {
      await once(
        `vote ${key} ${who} signs`,
        () => ({}),
        async (_, name) => (await client.send(signCount, { name, ...(await about(who)) })).status,
      );
    }
    await once(
      `vote ${key} finish`,
      () => ({}),
      async (_, name) => (await client.send(finishCount, { name, ...(await about(READS)) })).status,
    );
  };
  const lane = `vote ${key}`;
  return [
    { at: at(tale.begins), lane, run: begin },
    { at: at(tale.publishes), lane, run: publish },
    ...tale.casts.map((one) => ({ at: at(one.at), lane, run: cast(one.who, one.choices) })),
    ...(tale.papers === undefined
      ? []
      : [{ at: at(tale.papers.at), lane, run: () => papers(tale.papers?.share ?? 0) }]),
    ...(tale.counts === undefined ? [] : [{ at: at(tale.counts), lane, run: () => count(tale.papers?.choices ?? []) }]),
  ];
};

const actsOfPetition = ({ client, once, token }: Telling, { plan, refs: { at } }: Stage): Act[] => {
  const { id: compoundId } = livelyCompounds(plan).main;
  const { title, matters, until, who, signs } = PETITION;
  const lane = 'petition';
  const begin = async (): Promise<void> => {
    const id = await once(
      'petition begins',
      () => ({ title, matters, scope: { kind: 'compound' }, until: at(until) }),
      async (body, name) =>
        (await client.send(beginPetition, { name, body, params: { compoundId }, token: await token(who) })).id,
    );
    ids.set(lane, id);
  };
  const sign = (signer: CastKey) => async (): Promise<void> => {
    await once(
      `petition ${signer} signs`,
      () => ({}),
      async (_, name) =>
        (await client.send(signPetition, { name, params: { voteId: voteId(lane) }, token: await token(signer) })).id,
    );
  };
  return [
    { at: at(PETITION.begins), lane, run: begin },
    ...signs.map((one) => ({ at: at(one.at), lane, run: sign(one.who) })),
  ];
};

const actsOfMeeting = ({ client, once, token }: Telling, { plan, refs: { at } }: Stage): Act[] => {
  const { id: compoundId } = livelyCompounds(plan).main;
  const { title, venue, matters, choices } = MEETING;
  const lane = 'committee';
  const present = CAST_KEYS.filter((key): key is keyof typeof choices => Object.hasOwn(choices, key));
  const about = async (who: CastKey) => ({ params: { committeeVoteId: voteId(lane) }, token: await token(who) });
  const rev = async (): Promise<number> =>
    (await client.send(getCommitteeVote, { name: 'committee look', ...(await about('director')) })).rev;
  const chairs = async (verb: string, route: typeof openCommittee): Promise<void> => {
    await once(
      `committee ${verb}`,
      async () => ({ rev: await rev() }),
      async (body, name) => (await client.send(route, { name, body, ...(await about('director')) })).id,
    );
  };
  const call = async (): Promise<void> => {
    const id = await once(
      'committee call',
      () => ({ title, venue, matters, meetsAt: at(MEETING.meets) }),
      async (body, name) =>
        (await client.send(callCommittee, { name, body, params: { compoundId }, token: await token('director') })).id,
    );
    ids.set(lane, id);
  };
  const meet = async (): Promise<void> => {
    for (const who of present)
      await once(
        `committee ${who} attends`,
        () => ({}),
        async (_, name) => (await client.send(attendCommittee, { name, ...(await about(who)) })).id,
      );
    await chairs('open', openCommittee);
    for (const who of present)
      for (const [index, choice] of choices[who].entries())
        await once(
          `committee ${who} states ${String(index)}`,
          () => ({ matterId: `m${String(index + 1)}`, choice }),
          async (body, name) => (await client.send(stateInCommittee, { name, body, ...(await about(who)) })).id,
        );
    await chairs('close', closeCommittee);
  };
  return [
    { at: at(MEETING.calls), lane, run: call },
    { at: at(MEETING.meets), lane, run: meet },
    { at: at(MEETING.publishes), lane, run: () => chairs('publish', publishCommittee) },
  ];
};

const actsOfRepair = (telling: Telling, { plan, refs: { at } }: Stage): Act[] => {
  const { client, once, token } = telling;
  const { id: compoundId } = livelyCompounds(plan).main;
  const { kind, title, words, path, estimate, spent } = REPAIR;
  const lane = 'repair';
  const about = async (who: CastKey) => ({ params: { repairId: voteId(lane) }, token: await token(who) });
  const rev = async (): Promise<number> =>
    (await client.send(getRepair, { name: 'repair look', ...(await about('director')) })).rev;
  const photos = (step: string, picture: Picture) =>
    sendPictures(telling, step, { who: 'director', pictures: { photos: [picture] } });
  const declare = async (): Promise<void> => {
    const id = await once(
      'repair declare',
      () => ({ kind, title, words, placeIds: [`${compoundId}.${path}`], estimate }),
      async (body, name) =>
        (await client.send(declareRepair, { name, body, params: { compoundId }, token: await token('director') })).id,
    );
    ids.set(lane, id);
  };
  const check = async (): Promise<void> => {
    await once(
      'repair check',
      async () => ({ rev: await rev(), confirmed: true, words: '现场查看属实，同意先修。' }),
      async (body, name) => (await client.send(checkRepair, { name, body, ...(await about('worker')) })).id,
    );
  };
  const finish = async (): Promise<void> => {
    await once(
      'repair finish',
      async () => ({
        rev: await rev(),
        words: '屋面重铺防水，电路检查完毕。',
        ...(await photos('repair finish', 'ceiling-mended')),
      }),
      async (body, name) => (await client.send(finishRepair, { name, body, ...(await about('director')) })).id,
    );
  };
  const account = async (): Promise<void> => {
    await once(
      'repair account',
      async () => ({
        rev: await rev(),
        words: '材料 9800 元，人工 6720 元，发票附后。',
        spent,
        ...(await photos('repair account', 'paper-mended')),
      }),
      async (body, name) => (await client.send(accountRepair, { name, body, ...(await about('director')) })).id,
    );
  };
  return [
    { at: at(REPAIR.declares), lane, run: declare },
    { at: at(REPAIR.checks), lane, run: check },
    { at: at(REPAIR.finishes), lane, run: finish },
    { at: at(REPAIR.accounts), lane, run: account },
  ];
};

export const actsOfVotes = (telling: Telling, stage: Stage): Act[] => [
  ...VOTE_TALES.flatMap((tale) => actsOfVote(telling, tale, stage)),
  ...actsOfPetition(telling, stage),
  ...actsOfMeeting(telling, stage),
  ...actsOfRepair(telling, stage),
];
