export { tokenContract } from './contract';
