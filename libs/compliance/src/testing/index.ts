export * from './applying';
export * from './history';
