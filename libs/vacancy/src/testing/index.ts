export { vacancyContract } from './recording-contract';
