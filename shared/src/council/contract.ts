/** The council's contract: every route and view, for server and screens. */
export * from './contract-desk';
export * from './contract-lists';
export * from './contract-sessions';
export * from './contract-topics';
export * from './contract-view';
