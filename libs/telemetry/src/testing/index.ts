export * from './kept-spans';
export * from './sampled';
