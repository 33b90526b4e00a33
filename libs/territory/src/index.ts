export * from './events';
export * from './known-territory';
export * from './residence';
export * from './official-communes';
export * from './siren';
