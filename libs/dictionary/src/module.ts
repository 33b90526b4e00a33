export { DictionaryModule } from './dictionary.module';
