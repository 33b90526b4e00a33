export * from './attempts';
export * from './builders';
export * from './circumstances';
export * from './story';
export { leaseChangesContract } from './lease-changes-contract';
export { leaseContract } from './lease-contract';
export { vacancyContract } from './recording-contract';
