import { Module, type DynamicModule } from '@nestjs/common';
import { ImportDirectoryHandler } from './importing/import-directory.command';
import { Importer } from './importing/importer';

/** Imports of files. */
@Module({})
export class ExchangeModule {
  static importingBy(importer: Importer): DynamicModule {
    return { module: ExchangeModule, providers: [ImportDirectoryHandler, { provide: Importer, useValue: importer }] };
  }
}
