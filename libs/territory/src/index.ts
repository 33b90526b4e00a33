export * from './events';
export * from './known-territory';
export * from './known-territory';
export * from './official-communes';
export * from './siren';
