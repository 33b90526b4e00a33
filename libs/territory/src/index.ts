export * from './events';
export * from './official-communes';
export * from './siren';
