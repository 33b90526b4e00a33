export * from './attempts';
export * from './builders';
export * from './circumstances';
export * from './story';
export { vacancyContract } from './recording-contract';
