export * from './events';
export * from './territory-codes';
export * from './known-territory';
export * from './commune-advice';
export * from './official-communes';
export * from './siren';
