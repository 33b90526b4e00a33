export * from './demo';
export * from './events';
export * from './last-import';
