export * from './contract-view';
export * from './contract-teams';
export * from './contract-volunteers';
export * from './contract-shifts';
export * from './contract-sign-ups';
export * from './contract-hours';
export * from './contract-wishes';
