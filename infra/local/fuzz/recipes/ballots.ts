import * as ballots from '@gongyi/shared/votes/contract-ballots';
import * as paper from '@gongyi/shared/votes/contract-paper';
import { DELIVERY_WAYS, HANDED_IN_BY, REGISTER_FILTERS } from '@gongyi/shared/votes/contract-paper';
import * as log from '@gongyi/shared/votes/contract-log';
import { CHOICES } from '@gongyi/shared/votes/ballot';
import type { Route } from '@gongyi/shared/kernel/define-route';
import type { Person } from '../../world/people';
import { compoundOf, homeOf } from '../../world/places';
import type { Side } from '../../world/places';
import { HOMES, nextSerial, votesIn } from '../../world/votes';
import { cosigned, newWitnessKey } from '../../world/witness';
import type { Stage } from '../stage';
import { paged } from './paged';
import { PIXEL, anyOf, member, newcomer, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipe, Recipes } from './recipe';
import { OWNERS, PREPARERS, preparer } from './votes';

type State = 'open' | 'counting' | 'published';
const voteOf = (stage: Stage, side: Side, state: State): string => stage.random.pick(votesIn(stage.world, side)[state]);
const choices = (stage: Stage) => ({ m1: stage.random.pick(CHOICES) });

const photosOf = async (stage: Stage, who: Person): Promise<string[] | undefined> => {
  const id = await uploaded(stage, who, 'image/png', PIXEL);
  return id === undefined ? undefined : [id];
};

const registerLine = async (stage: Stage, side: Side, voteId: string, homeId: string): Promise<string | undefined> => {
  const { findRegisterLine: route } = paper;
  const who = preparer(stage, side);
  const line = replyOf(route, await stage.call({ route, who, params: { voteId, homeId } }))?.line;
  return line === undefined ? undefined : String(line);
};

const myLine = async (stage: Stage, voteId: string, who: Person): Promise<string | undefined> => {
  const { getMyLines: route } = ballots;
  const line = replyOf(route, await stage.call({ route, who, params: { voteId } }))?.lines[0]?.line;
  return line === undefined ? undefined : String(line);
};

const cast: Recipe = async (stage) => {
  const side = sideOf(stage);
  const who = anyOf(stage, side, 'neighbour', 'next-owner');
  const voteId = voteOf(stage, side, 'open');
  const line = await myLine(stage, voteId, who);
  if (line === undefined) return;
  const params = { voteId, line };
  await stage.call({ route: ballots.castBallot, who, params, body: { choices: choices(stage) } });
  await stage.call({ route: ballots.getReceipt, who, params });
};

/** Who casts for a line: staff say so by document, or a proxy does whose authorisation ends again. */
const electors: Recipe = async (stage) => {
  const side = sideOf(stage);
  const voteId = voteOf(stage, side, 'open');
  const who = preparer(stage, side);
  const line = await registerLine(stage, side, voteId, stage.random.pick(HOMES(side).slice(7)));
  const photos = await photosOf(stage, who);
  if (line === undefined || photos === undefined) return;
  const params = { voteId, line };
  const known = { phone: (await newcomer(stage, true)).phone, reason: words(stage), photos };
  await stage.call({ route: paper.nameElector, who, params, body: known });
  const form = await photosOf(stage, who);
  if (form === undefined) return;
  const proxy = { phone: (await newcomer(stage, true)).phone, reason: words(stage), photos: form };
  await stage.call({ route: paper.registerProxy, who, params, body: proxy });
  await stage.call({ route: paper.endProxy, who, params, body: { reason: words(stage) } });
};

/** A paper out, back, disowned by the home and settled: the home may vote after all. */
const papers: Recipe = async (stage) => {
  const side = sideOf(stage);
  const voteId = voteOf(stage, side, 'open');
  const who = preparer(stage, side);
  const line = await registerLine(stage, side, voteId, homeOf(side, 1, 101));
  if (line === undefined) return;
  const params = { voteId, line };
  const serial = 10_000 + nextSerial();
  const out = { serial, way: stage.random.pick(DELIVERY_WAYS) };
  await stage.call({ route: paper.deliverPaper, who, params, body: out });
  await stage.call({ route: paper.returnPaper, who, params, body: { serial, by: stage.random.pick(HANDED_IN_BY) } });
  const household = anyOf(stage, side, 'owner', 'family', 'tenant');
  await stage.call({ route: ballots.disownPaper, who: household, params, body: { words: words(stage) } });
  await stage.call({ route: paper.settlePaper, who, params, body: { keep: false, reason: words(stage) } });
};

/** Co-owners name one of them. */
const naming: Recipe = async (stage) => {
  const side = sideOf(stage);
  const voteId = voteOf(stage, side, 'open');
  const { coOwners } = votesIn(stage.world, side);
  for (const who of coOwners) stage.pools.join(who, true);
  const [first] = coOwners;
  const who = stage.random.pick(coOwners);
  const line = await myLine(stage, voteId, who);
  if (line === undefined || first === undefined) return;
  await stage.call({ route: ballots.nameVoter, who, params: { voteId, line }, body: { personId: first.personId } });
};

const box = async (stage: Stage, voteId: string, who: Person) =>
  replyOf(paper.getBox, await stage.call({ route: paper.getBox, who, params: { voteId } }));

/** A box read out, read again by another, signed and closed. */
const counted: Recipe = async (stage) => {
  const side = sideOf(stage);
  const voteId = votesIn(stage.world, side).counting.shift();
  if (voteId === undefined) {
    await papers(stage);
    return;
  }
  const [reads, confirms] = [member(stage, side, 'community-worker'), member(stage, side, 'committee-director')];
  const secretary = member(stage, side, 'community-secretary');
  for (const { line } of (await box(stage, voteId, reads))?.items ?? []) {
    const params = { voteId, line: String(line) };
    const photos = await photosOf(stage, reads);
    if (photos === undefined) continue;
    const body = stage.random.chance(0.8)
      ? { kind: 'choices', choices: choices(stage) }
      : { kind: 'spoiled', reason: words(stage) };
    await stage.call({ route: paper.enterPaper, who: reads, params, body: { ...body, photos } });
    await stage.call({ route: paper.confirmPaper, who: confirms, params, body });
  }
  await stage.call({ route: paper.signCount, who: secretary, params: { voteId }, body: {} });
  await stage.call({ route: paper.finishCount, who: reads, params: { voteId }, body: {} });
};

/** A delegate makes a key, and signs the newest checkpoint with it. */
const witnessed: Recipe = async (stage) => {
  const side = sideOf(stage);
  const who = member(stage, side, 'party-branch-member');
  const params = { voteId: voteOf(stage, side, 'open') };
  const key = newWitnessKey();
  const about = { who, params };
  const party = 'party-branch';
  const body = { party, key: key.publicKey };
  const added = replyOf(log.addWitness, await stage.call({ route: log.addWitness, ...about, body }));
  const signed = cosigned(added?.checkpoint, key);
  if (signed !== undefined) await stage.call({ route: log.cosign, ...about, body: { ...body, ...signed } });
};

const looks =
  (route: Route, state: State, who?: (stage: Stage, side: Side) => Person): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const asker = who === undefined ? {} : { who: who(stage, side) };
    await stage.call({ route, ...asker, params: { voteId: voteOf(stage, side, state) } });
  };

const story = (recipe: Recipe, verbs: readonly string[]): Recipes =>
  Object.fromEntries(verbs.map((verb) => [`ballots.${verb}`, recipe]));

export const ballotRecipes: Recipes = {
  ...story(cast, ['cast', 'receipt']),
  ...story(electors, ['name-elector', 'register-proxy', 'end-proxy']),
  ...story(papers, ['deliver', 'return', 'disown', 'settle', 'find-line']),
  ...story(counted, ['box', 'enter-paper', 'confirm-paper', 'sign-count', 'finish-count']),
  ...story(witnessed, ['add-witness', 'cosign']),
  'ballots.name-voter': naming,
  'ballots.mine': looks(ballots.getMyLines, 'open', (stage, side) => anyOf(stage, side, ...OWNERS, 'family')),
  'ballots.state': looks(ballots.getBallotsState, 'open'),
  'ballots.log': looks(log.getLog, 'published'),
  'ballots.bundle': looks(log.getBundle, 'published'),
  'ballots.continuation': async (stage) => {
    const params = { voteId: voteOf(stage, sideOf(stage), 'published') };
    await stage.call({ route: log.getContinuation, params, query: { size: '1' } });
  },
  'ballots.list-participation': paged(log.listParticipation, (stage) => {
    const side = sideOf(stage);
    return { who: anyOf(stage, side, ...OWNERS, ...PREPARERS), params: { voteId: voteOf(stage, side, 'published') } };
  }),
  'ballots.list-events': paged(log.listBallotEvents, (stage) => {
    const side = sideOf(stage);
    return { who: preparer(stage, side), params: { voteId: voteOf(stage, side, 'open') } };
  }),
  'ballots.list-register': paged(paper.listRegister, (stage) => {
    const side = sideOf(stage);
    return {
      who: preparer(stage, side),
      params: { voteId: voteOf(stage, side, 'open') },
      query: { filter: stage.random.pick(REGISTER_FILTERS) },
    };
  }),
  'ballots.list-doors': async (stage) => {
    const side = sideOf(stage);
    const params = { voteId: voteOf(stage, side, 'open') };
    const query = { placeId: `${compoundOf(side)}.b1` };
    await stage.call({ route: paper.listDoors, who: member(stage, side, 'committee-member'), params, query });
  },
};
