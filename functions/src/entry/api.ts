import { handlerOf } from '../platform/router';
import { apiRoutes } from './api-routes';

/** Put in by the build: the description made from the same routes. */
declare const GONGYI_OPENAPI: object;

export const handler = handlerOf(apiRoutes, GONGYI_OPENAPI);
