import * as routes from '@gongyi/shared/votes/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { amendVote } from './amend-vote';
import { assignCallers } from './assign-callers';
import { changeVotingRules } from './change-voting-rules';
import { correctRoll, listRollCorrections } from './correct-roll';
import { decideVotesContent } from './decide-votes-content';
import { beginPetitionOf, draftVote } from './draft-vote';
import { extendVote } from './extend-vote';
import { findHelper } from './find-helper';
import { getFilingPackage } from './filing-package';
import { cancelHandOver, completeHandOver, listHandOvers, noteHandOverItem, planHandOver } from './hand-overs';
import { getReadiness } from './get-readiness';
import { getBallotPapers, getResultSheet, getVoteSheet } from './get-sheets';
import { getVote, getVoteRecord } from './get-vote';
import { getVotingRules } from './get-voting-rules';
import { listVoteNeeds } from './list-needs';
import { listMyVotes, listVotes } from './list-votes';
import { callNominations, checkNomination, listNominations, nominate, supportNomination } from './nominate';
import { answerVoteObjection, listVoteObjections, objectToVote } from './objections';
import { publishVote } from './publish-vote';
import { signPetition } from './sign-petition';
import { withdrawVote } from './withdraw-vote';

/** Votes of the owners, but for the ballots themselves: contract → use case. */
export const votesRoutes: readonly Bound[] = [
  openTo(routes.listVotes, listVotes),
  on(routes.listMyVotes, listMyVotes),
  on(routes.listVoteNeeds, listVoteNeeds),
  openTo(routes.getVote, getVote),
  openTo(routes.getVoteRecord, getVoteRecord),
  on(routes.draftVote, draftVote),
  on(routes.beginPetition, beginPetitionOf),
  on(routes.signPetition, signPetition),
  on(routes.amendVote, amendVote),
  on(routes.withdrawVote, withdrawVote),
  on(routes.callNominations, callNominations),
  on(routes.listNominations, listNominations),
  on(routes.nominate, nominate),
  on(routes.supportNomination, supportNomination),
  on(routes.checkNomination, checkNomination),
  on(routes.getReadiness, getReadiness),
  on(routes.publishVote, publishVote),
  on(routes.extendVote, extendVote),
  on(routes.findHelper, findHelper),
  on(routes.assignCallers, assignCallers),
  on(routes.correctRoll, correctRoll),
  on(routes.listRollCorrections, listRollCorrections),
  openTo(routes.getVoteSheet, getVoteSheet),
  openTo(routes.getResultSheet, getResultSheet),
  on(routes.getBallotPapers, getBallotPapers),
  openTo(routes.getVotingRules, getVotingRules),
  on(routes.changeVotingRules, changeVotingRules),
  openTo(routes.listVoteObjections, listVoteObjections),
  on(routes.objectToVote, objectToVote),
  on(routes.answerVoteObjection, answerVoteObjection),
  on(routes.getFilingPackage, getFilingPackage),
  on(routes.planHandOver, planHandOver),
  on(routes.listHandOvers, listHandOvers),
  on(routes.noteHandOverItem, noteHandOverItem),
  on(routes.cancelHandOver, cancelHandOver),
  on(routes.completeHandOver, completeHandOver),
  on(routes.decideVotesContent, decideVotesContent),
];
