export { viewContract } from './contract';
