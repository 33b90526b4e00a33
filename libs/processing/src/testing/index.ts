export { Setting, type Documents } from './setting';
