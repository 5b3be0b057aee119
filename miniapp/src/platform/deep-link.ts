/** In WeChat a printed code opens its page by itself (see `printed-code.ts`); on the web see `deep-link.h5.ts`. */
export const openDeepLink = (): void => undefined;
