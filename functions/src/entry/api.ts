import { handlerOf } from '../platform/router';
import { apiRoutes } from './api-routes';
import { openapi } from './openapi-document';

export const handler = handlerOf(apiRoutes, openapi);
