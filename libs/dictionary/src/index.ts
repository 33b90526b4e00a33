export * from './dictionary';
export { Dictionaries, type DictionaryQuery, type DictionarySources, type ReadDictionary } from './dictionaries';
