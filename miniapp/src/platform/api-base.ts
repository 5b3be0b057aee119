/** The mini-program has no origin of its own: the address is fixed when it is built. */
export const API_BASE: string = GONGYI_API_BASE;
