import * as routes from '@gongyi/shared/votes/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { callCommittee } from './call-committee';
import {
  attendCommittee,
  cancelCommittee,
  closeCommittee,
  openCommittee,
  publishCommittee,
  stateInCommittee,
} from './move-committee';
import { getCommitteeVote, listCommitteeVotes } from './read-committee';
import { accountRepair, checkRepair, declareRepair, finishRepair, getRepair, listRepairs } from './repairs';

/** Votes of the owners' committee and emergency repairs: contract → use case. */
export const committeeRoutes: readonly Bound[] = [
  on(routes.callCommittee, callCommittee),
  openTo(routes.listCommitteeVotes, listCommitteeVotes),
  openTo(routes.getCommitteeVote, getCommitteeVote),
  on(routes.attendCommittee, attendCommittee),
  on(routes.openCommittee, openCommittee),
  on(routes.stateInCommittee, stateInCommittee),
  on(routes.closeCommittee, closeCommittee),
  on(routes.publishCommittee, publishCommittee),
  on(routes.cancelCommittee, cancelCommittee),
  on(routes.declareRepair, declareRepair),
  openTo(routes.listRepairs, listRepairs),
  openTo(routes.getRepair, getRepair),
  on(routes.checkRepair, checkRepair),
  on(routes.finishRepair, finishRepair),
  on(routes.accountRepair, accountRepair),
];
