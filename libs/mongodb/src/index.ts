export type { Db, Collection, Document, Filter } from 'mongodb';
export { connectMongo, type MongoConnection, type MongoOptions } from './connect';
export { duplicatesAmong, isDuplicateKey } from './duplicates';
