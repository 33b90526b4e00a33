export * from './history';
export * from './naive-figures';
export * from './random-history';
export * from './setting';
