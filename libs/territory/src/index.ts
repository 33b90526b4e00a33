export * from './events';
export * from './official-communes';
