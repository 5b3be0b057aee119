import { handlerOf } from '../platform/router';
import { apiRoutes } from './api-routes';

export const handler = handlerOf(apiRoutes, async () => (await import('./openapi-document')).openapi);
