export * from './choices';
export * from './codes';
export * from './days';
export * from './numbers';
export * from './reader';
export * from './texts';
