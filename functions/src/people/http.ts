import * as routes from '@gongyi/shared/people/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { acceptInvitation } from './accept-invitation';
import { beginScan } from './begin-scan';
import { beginWechatSession } from './begin-wechat-session';
import { bindPhone } from './bind-phone';
import { changeMe } from './change-me';
import { claimHome } from './claim-home';
import { confirmScan } from './confirm-scan';
import { decideClaim } from './decide-claim';
import { deleteMe } from './delete-me';
import { endBinding } from './end-binding';
import { endSession } from './end-session';
import { getMe } from './get-me';
import { giveConsent } from './give-consent';
import { giveGrant } from './give-grant';
import { inviteFamily } from './invite-family';
import { listAccess } from './list-access';
import { listClaims } from './list-claims';
import { listGrants } from './list-grants';
import { listResidents } from './list-residents';
import { pollScan } from './poll-scan';
import { renewSession } from './renew-session';
import { takeGrant } from './take-grant';

const sessionRoutes: readonly Bound[] = [
  openTo(routes.beginWechatSession, beginWechatSession),
  on(routes.renewSession, renewSession),
  on(routes.endSession, endSession),
  openTo(routes.beginScan, beginScan),
  openTo(routes.pollScan, pollScan),
  on(routes.confirmScan, confirmScan),
];

const ownRoutes: readonly Bound[] = [
  on(routes.getMe, getMe),
  on(routes.changeMe, changeMe),
  on(routes.bindPhone, bindPhone),
  on(routes.giveConsent, giveConsent),
  on(routes.listAccess, listAccess),
  on(routes.deleteMe, deleteMe),
];

const homeRoutes: readonly Bound[] = [
  on(routes.claimHome, claimHome),
  on(routes.listClaims, listClaims),
  on(routes.decideClaim, decideClaim),
  on(routes.inviteFamily, inviteFamily),
  on(routes.acceptInvitation, acceptInvitation),
  on(routes.listResidents, listResidents),
  on(routes.endBinding, endBinding),
];

const grantRoutes: readonly Bound[] = [
  on(routes.giveGrant, giveGrant),
  on(routes.takeGrant, takeGrant),
  on(routes.listGrants, listGrants),
];

export const peopleRoutes: readonly Bound[] = [...sessionRoutes, ...ownRoutes, ...homeRoutes, ...grantRoutes];
