export * from './attempts';
export * from './builders';
export * from './circumstances';
export * from './story';
export { leaseContract } from './lease-contract';
export { vacancyContract } from './recording-contract';
