export * from './contract';
export * from './temporary';
