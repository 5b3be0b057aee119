import { appOf, handlerOf } from '../platform/router';
import { ballotsRoutes } from './ballots-routes';

export const handler = handlerOf(appOf(ballotsRoutes));
