/** Everything requests offer over HTTP, and what it shows of them. */
export * from './contract-view';
export * from './contract-filing';
export * from './contract-lists';
export * from './contract-moves';
export * from './contract-desk';
export * from './contract-hotline';
