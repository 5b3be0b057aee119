/** The contract of votes: every route and view, for server and screens. */
export * from './contract-view';
export * from './contract-votes';
export * from './contract-preparing';
export * from './contract-result';
export * from './contract-committee';
export * from './contract-emergency';
export * from './contract-ballots';
export * from './contract-paper';
export * from './contract-log';
