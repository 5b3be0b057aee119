import * as routes from '@gongyi/shared/people/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { beginScan } from './begin-scan';
import { beginWechatSession } from './begin-wechat-session';
import { bindPhone } from './bind-phone';
import { changeMe } from './change-me';
import { confirmScan } from './confirm-scan';
import { endSession } from './end-session';
import { getMe } from './get-me';
import { giveConsent } from './give-consent';
import { giveGrant } from './give-grant';
import { listGrants } from './list-grants';
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
];

const grantRoutes: readonly Bound[] = [
  on(routes.giveGrant, giveGrant),
  on(routes.takeGrant, takeGrant),
  on(routes.listGrants, listGrants),
];

export const peopleRoutes: readonly Bound[] = [...sessionRoutes, ...ownRoutes, ...grantRoutes];
