export * from './breath';
export * from './clock';
export * from './day';
export * from './ids';
export * from './json';
export * from './refusal';
export * from './share';
export * from './record';
