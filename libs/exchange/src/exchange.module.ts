import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from '#installation';
import { ImportsController } from './http/imports.controller';
import { ImportDirectoryHandler } from './importing/import-directory.command';
import { Importer } from './importing/importer';
import { WorkerImporter } from './importing/worker-importer';

/** Files in, for a command. */
@Module({
  providers: [
    ImportDirectoryHandler,
    {
      provide: Importer,
      inject: [Installation],
      useFactory: (installation: Installation) => new WorkerImporter(installation),
    },
  ],
})
export class ExchangeModule {}

/** Files in, over HTTP. */
@Module({})
export class ExchangeApiModule {
  static importingBy(importer: Importer): DynamicModule {
    return {
      module: ExchangeApiModule,
      controllers: [ImportsController],
      providers: [ImportDirectoryHandler, { provide: Importer, useValue: importer }],
    };
  }
}
