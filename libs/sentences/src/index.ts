export { sentenceOf, STORAGE_SENTENCES } from './sentences';
