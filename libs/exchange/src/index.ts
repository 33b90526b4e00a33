export * from './files';
export * from './reading';
export * from './importing';
export * from './writing';
export { ExchangeApiModule, ExchangeModule } from './exchange.module';
