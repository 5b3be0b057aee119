import { API_BASE } from './api-base';

/** Where the web app stands, for addresses that others scan: here on the web, beside the API in WeChat. */
export const webOrigin = (): string => /^https?:\/\/[^/]+/.exec(API_BASE)?.[0] ?? window.location.origin;
