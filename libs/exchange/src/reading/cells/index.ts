export * from './choices';
export * from './codes';
export * from './days';
export { InvisibleInCode } from './invisible';
export * from './numbers';
export * from './reader';
export * from './texts';
