export * from './history';
export * from './setting';
