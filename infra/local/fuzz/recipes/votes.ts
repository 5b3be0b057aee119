import * as preparing from '@gongyi/shared/votes/contract-preparing';
import { decideVotesContent } from '@gongyi/shared/votes/contract-result';
import { getVote, getVoteRecord, listMyVotes, listVoteNeeds, listVotes } from '@gongyi/shared/votes/contract-votes';
import { VOTE_STAGES } from '@gongyi/shared/votes/contract-view';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { RESERVED_MATTERS } from '@gongyi/shared/votes/matters';
import { DEFAULT_VOTING_RULES } from '@gongyi/shared/votes/voting-rules';
import type { Route } from '@gongyi/shared/kernel/define-route';
import type { Person } from '../../world/people';
import { ROOMS, communityOf, compoundOf, homeOf } from '../../world/places';
import type { Side } from '../../world/places';
import { rollNameOf, votesIn } from '../../world/votes';
import type { Stage } from '../stage';
import { paged } from './paged';
import { PIXEL, anyOf, member, replyOf, sideOf, uploaded, words } from './recipe';
import type { Recipe, Recipes } from './recipe';

const DAY = 86_400_000;
export const PREPARERS = ['community-worker', 'community-secretary', 'committee-director', 'committee-member'] as const;
export const OWNERS = ['owner', 'neighbour', 'next-owner'] as const;
const RESIDENTS = [...OWNERS, 'family', 'tenant'] as const;

export const preparer = (stage: Stage, side: Side): Person => anyOf(stage, side, ...PREPARERS);
const soon = (stage: Stage, days: number): number => Date.now() + (days + stage.random.int(0, 20)) * DAY;

/** A whole committee, or some of its seats. */
const electedIn = ({ random }: Stage) => {
  const size = random.pick([5, 7, 9, 11]);
  return random.chance(0.5) ? { seats: size } : { seats: random.int(1, size), size };
};

/** One matter of any kind, with all that its kind asks for. */
const matter = async (stage: Stage, who: Person, election: boolean) => {
  const kind = election
    ? 'committee-election'
    : stage.random.pick(RESERVED_MATTERS.filter((one) => one !== 'committee-election'));
  const photo = stage.random.chance(0.1) ? await uploaded(stage, who, 'image/png', PIXEL) : undefined;
  return {
    kind,
    title: `表决${words(stage)}`,
    words: words(stage),
    ...(photo === undefined ? {} : { attachments: [photo] }),
    ...(kind.startsWith('fund')
      ? {
          fund: {
            works: words(stage),
            budget: 900_000,
            balance: 5_000_000,
            fromFund: 600_000,
            apportionment: 'by-area',
          },
        }
      : {}),
    ...(election ? { election: { ...electedIn(stage), alternates: stage.random.int(0, 3) } } : {}),
  };
};

const written = async (stage: Stage, side: Side, who: Person, election = false) => ({
  title: `表决${words(stage)}`,
  scope: stage.random.chance(0.7)
    ? { kind: 'compound' }
    : { kind: 'places', placeIds: [`${compoundOf(side)}.b1`], basis: words(stage) },
  matters: [await matter(stage, who, election)],
});

const look = async (stage: Stage, voteId: string, who: Person): Promise<VoteView | undefined> =>
  replyOf(getVote, await stage.call({ route: getVote, who, params: { voteId } }));

const drafted = async (stage: Stage, side: Side, election = false): Promise<VoteView | undefined> => {
  const who = preparer(stage, side);
  const body = {
    ...(await written(stage, side, who, election)),
    starter: election ? 'election-group' : 'owners-committee',
  };
  const params = { compoundId: compoundOf(side) };
  return replyOf(preparing.draftVote, await stage.call({ route: preparing.draftVote, who, params, body }));
};

/** Makes a move of a vote as it stands now. */
export const step = async (
  stage: Stage,
  route: Route,
  voteId: string,
  who: Person,
  body: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const view = await look(stage, voteId, who);
  if (view !== undefined) await stage.call({ route, who, params: { voteId }, body: { rev: view.rev, ...body } });
};

const ofDraft =
  (route: Route, more: (stage: Stage, side: Side) => object, election = false): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const vote = await drafted(stage, side, election);
    if (vote !== undefined) await step(stage, route, vote.id, preparer(stage, side), { ...more(stage, side) });
  };

const petition = async (stage: Stage, side: Side): Promise<VoteView | undefined> => {
  const who = member(stage, side, 'owner');
  const body = { ...(await written(stage, side, who)), scope: { kind: 'compound' }, until: soon(stage, 9) };
  const params = { compoundId: compoundOf(side) };
  return replyOf(preparing.beginPetition, await stage.call({ route: preparing.beginPetition, who, params, body }));
};

/** An election that calls for nominations, with somebody nominated. */
const nominating = async (stage: Stage, side: Side): Promise<{ voteId: string; nominationId: string } | undefined> => {
  const vote = await drafted(stage, side, true);
  if (vote === undefined) return undefined;
  await step(stage, preparing.callNominations, vote.id, preparer(stage, side), { until: soon(stage, 9) });
  const homeId = homeOf(side, 2, stage.random.pick(ROOMS));
  const body = { matterId: 'm1', by: 'starter', name: rollNameOf(side, homeId), homeId, about: words(stage) };
  const about = { who: preparer(stage, side), params: { voteId: vote.id } };
  const reply = replyOf(preparing.nominate, await stage.call({ route: preparing.nominate, ...about, body }));
  const [first] = reply?.items ?? [];
  return first && { voteId: vote.id, nominationId: first.id };
};

/** Announced, once its words were looked at by the machine. */
export const announced = async (stage: Stage, side: Side): Promise<string | undefined> => {
  const who = preparer(stage, side);
  const vote = await drafted(stage, side);
  if (vote === undefined) return undefined;
  const scrutineerIds = [member(stage, side, 'community-secretary').personId];
  const body = { ...(await written(stage, side, who)), scope: { kind: 'compound' }, scrutineerIds };
  await step(stage, preparing.amendVote, vote.id, who, body);
  for (let tries = 0; tries < 40; tries += 1) {
    const view = await look(stage, vote.id, who);
    if (view === undefined || view.wordsState === 'clear') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await step(stage, preparing.publishVote, vote.id, who, { opensAt: soon(stage, 16), closesAt: soon(stage, 60) });
  return vote.id;
};

const ofAnnounced =
  (route: Route, more: (stage: Stage, side: Side) => object): Recipe =>
  async (stage) => {
    const side = sideOf(stage);
    const id = await announced(stage, side);
    if (id === undefined) return;
    await step(stage, route, id, preparer(stage, side), { ...more(stage, side) });
    await takenBack(stage, side, id);
  };

/** Few votes stay announced at once: a correction is told to all that hold the roll. */
const takenBack = (stage: Stage, side: Side, voteId: string): Promise<void> =>
  step(stage, preparing.withdrawVote, voteId, preparer(stage, side), { reason: words(stage) });

const publicVote = (stage: Stage, side: Side): string => {
  const { open, published } = votesIn(stage.world, side);
  return stage.random.pick([...open, ...published]);
};

const lookers = (stage: Stage): { who?: Person } =>
  stage.random.chance(0.3) ? {} : { who: anyOf(stage, 'a', ...RESIDENTS) };

export const voteRecipes: Recipes = {
  'votes.draft': async (stage) => {
    await drafted(stage, sideOf(stage));
  },
  'votes.begin-petition': async (stage) => {
    await petition(stage, sideOf(stage));
  },
  'votes.sign-petition': async (stage) => {
    const side = sideOf(stage);
    const vote = await petition(stage, side);
    const who = anyOf(stage, side, 'neighbour', 'next-owner');
    if (vote !== undefined)
      await stage.call({ route: preparing.signPetition, who, params: { voteId: vote.id }, body: {} });
  },
  'votes.amend': async (stage) => {
    const side = sideOf(stage);
    const vote = await drafted(stage, side);
    const who = preparer(stage, side);
    if (vote !== undefined) await step(stage, preparing.amendVote, vote.id, who, await written(stage, side, who));
  },
  'votes.withdraw': ofDraft(preparing.withdrawVote, (stage) => ({ reason: words(stage) })),
  'votes.call-nominations': ofDraft(preparing.callNominations, (stage) => ({ until: soon(stage, 9) }), true),
  'votes.nominate': async (stage) => {
    await nominating(stage, sideOf(stage));
  },
  'votes.list-nominations': async (stage) => {
    const side = sideOf(stage);
    const vote = await nominating(stage, side);
    const who = anyOf(stage, side, ...RESIDENTS);
    if (vote !== undefined)
      await stage.call({ route: preparing.listNominations, who, params: { voteId: vote.voteId } });
  },
  'votes.support-nomination': async (stage) => {
    const side = sideOf(stage);
    const params = await nominating(stage, side);
    const who = anyOf(stage, side, ...OWNERS);
    if (params !== undefined) await stage.call({ route: preparing.supportNomination, who, params, body: {} });
  },
  'votes.check-nomination': async (stage) => {
    const side = sideOf(stage);
    const params = await nominating(stage, side);
    const who = anyOf(stage, side, 'community-worker', 'community-secretary');
    const body = stage.random.chance(0.5) ? { eligible: true } : { eligible: false, reason: words(stage) };
    if (params !== undefined) await stage.call({ route: preparing.checkNomination, who, params, body });
  },
  'votes.get-readiness': async (stage) => {
    const side = sideOf(stage);
    const vote = await drafted(stage, side);
    const who = preparer(stage, side);
    const query = { opensAt: String(soon(stage, 1)), closesAt: String(soon(stage, 30)) };
    if (vote !== undefined)
      await stage.call({ route: preparing.getReadiness, who, params: { voteId: vote.id }, query });
  },
  'votes.publish': async (stage) => {
    const side = sideOf(stage);
    const id = await announced(stage, side);
    if (id !== undefined) await takenBack(stage, side, id);
  },
  'votes.extend': async (stage) => {
    const side = sideOf(stage);
    const [voteId] = votesIn(stage.world, side).open;
    const body = { closesAt: Date.now() + (400 + stage.random.int(0, 9_000)) * DAY, reason: words(stage) };
    if (voteId !== undefined) await step(stage, preparing.extendVote, voteId, preparer(stage, side), body);
  },
  'votes.assign-callers': ofAnnounced(preparing.assignCallers, (stage, side) => ({
    callers: [{ personId: member(stage, side, 'committee-member').personId, placeId: `${compoundOf(side)}.b1` }],
  })),
  'votes.correct-roll': ofAnnounced(preparing.correctRoll, (stage, side) => ({
    homeId: homeOf(side, 2, stage.random.pick(ROOMS)),
    area: stage.random.int(4_000, 20_000),
    reason: words(stage),
  })),
  'votes.list-roll-corrections': paged(preparing.listRollCorrections, (stage) => {
    const side = sideOf(stage);
    return { who: anyOf(stage, side, ...OWNERS, ...PREPARERS), params: { voteId: publicVote(stage, side) } };
  }),
  'votes.get-sheet': async (stage) => {
    const params = { voteId: publicVote(stage, sideOf(stage)) };
    await stage.call({ route: preparing.getVoteSheet, ...lookers(stage), params });
  },
  'votes.get-ballot-papers': async (stage) => {
    const side = sideOf(stage);
    const params = { voteId: stage.random.pick(votesIn(stage.world, side).open) };
    const query = { placeId: `${compoundOf(side)}.b1.e1` };
    await stage.call({ route: preparing.getBallotPapers, who: preparer(stage, side), params, query });
  },
  'votes.get-rules': async (stage) => {
    await stage.call({ route: preparing.getVotingRules, params: { placeId: communityOf(sideOf(stage)) } });
  },
  'votes.change-rules': async (stage) => {
    const side = sideOf(stage);
    const params = { placeId: communityOf(side) };
    const route = preparing.getVotingRules;
    const seen = replyOf(route, await stage.call({ route, params }))?.version;
    if (seen === undefined) return;
    const rules = { ...DEFAULT_VOTING_RULES, votingDays: stage.random.int(1, 20), mayChange: stage.random.chance(0.5) };
    const who = anyOf(stage, side, 'community-secretary', 'street-officer');
    await stage.call({ route: preparing.changeVotingRules, who, params, body: { seen, rules, reason: words(stage) } });
  },
  'votes.find-helper': async (stage) => {
    const side = sideOf(stage);
    const body = { phone: anyOf(stage, side, ...OWNERS).phone };
    const params = { compoundId: compoundOf(side) };
    await stage.call({ route: preparing.findHelper, who: preparer(stage, side), params, body });
  },
  'votes.decide-content': async (stage) => {
    const side = sideOf(stage);
    const vote = await drafted(stage, side);
    if (vote === undefined) return;
    const who = anyOf(stage, side, 'community-worker', 'community-secretary');
    const body = { subject: { kind: 'vote', id: vote.id }, eventRev: 1, clear: stage.random.chance(0.5) };
    await stage.call({ route: decideVotesContent, who, body });
  },
  'votes.list': paged(listVotes, (stage) => ({
    ...lookers(stage),
    params: { compoundId: compoundOf(sideOf(stage)) },
    query: { stage: stage.random.pick(VOTE_STAGES) },
  })),
  'votes.mine': async (stage) => {
    await stage.call({ route: listMyVotes, who: anyOf(stage, sideOf(stage), ...RESIDENTS, ...PREPARERS) });
  },
  'votes.list-needs': paged(listVoteNeeds, (stage) => {
    const side = sideOf(stage);
    return {
      who: anyOf(stage, side, 'community-worker', 'community-secretary'),
      params: { placeId: communityOf(side) },
    };
  }),
  'votes.get': async (stage) => {
    const side = sideOf(stage);
    await stage.call({ route: getVote, ...lookers(stage), params: { voteId: publicVote(stage, side) } });
  },
  'votes.get-record': paged(getVoteRecord, (stage) => ({
    ...lookers(stage),
    params: { voteId: publicVote(stage, sideOf(stage)) },
  })),
};
