export * from './events';
export * from './last-import';
