export * from './contract';
export * from './examples';
export * from './temporary';
