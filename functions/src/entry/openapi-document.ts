/** Put in by the build: the description made from the routes that serve. Loaded only when asked for. */
declare const GONGYI_OPENAPI: object;

export const openapi: object = GONGYI_OPENAPI;
