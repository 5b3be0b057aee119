import * as routes from '@gongyi/shared/votes/contract';
import { on, onAhead, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { finishCount, getBox, signCount } from './box';
import { castBallot, headToCast } from './cast-ballot';
import { confirmPaper, enterPaper } from './count-papers';
import { endProxy, nameElector, nameVoter, registerProxy } from './elector-moves';
import { getBallotsState } from './get-ballots-state';
import { getBundle } from './get-bundle';
import { getReceipt } from './get-receipt';
import { findRegisterLine, listBallotEvents, listDoors, listParticipation, listRegister } from './list-lines';
import { getMyLines } from './my-lines';
import { deliverPaper, disownPaper, returnPaper, settlePaper } from './paper-moves';
import { addWitness, cosign, getContinuation, getLog } from './witness';

/** What owners do with their ballots, and what everybody may know: contract → use case. */
export const ballotsRoutes: readonly Bound[] = [
  on(routes.getMyLines, getMyLines),
  onAhead(routes.castBallot, headToCast, castBallot),
  on(routes.getReceipt, getReceipt),
  openTo(routes.getBallotsState, getBallotsState),
  openTo(routes.getBundle, getBundle),
  on(routes.nameVoter, nameVoter),
  on(routes.disownPaper, disownPaper),
];

/** The registers of staff, and the counting of papers. */
export const registersRoutes: readonly Bound[] = [
  on(routes.listRegister, listRegister),
  on(routes.findRegisterLine, findRegisterLine),
  on(routes.nameElector, nameElector),
  on(routes.registerProxy, registerProxy),
  on(routes.endProxy, endProxy),
  on(routes.deliverPaper, deliverPaper),
  on(routes.returnPaper, returnPaper),
  on(routes.settlePaper, settlePaper),
  on(routes.listBallotEvents, listBallotEvents),
  on(routes.listDoors, listDoors),
  on(routes.getBox, getBox),
  on(routes.enterPaper, enterPaper),
  on(routes.confirmPaper, confirmPaper),
  on(routes.signCount, signCount),
  on(routes.finishCount, finishCount),
];

/** The log of a vote, its witnesses, and who took part. */
export const voteLogRoutes: readonly Bound[] = [
  openTo(routes.getLog, getLog),
  openTo(routes.getContinuation, getContinuation),
  on(routes.addWitness, addWitness),
  on(routes.cosign, cosign),
  on(routes.listParticipation, listParticipation),
];
