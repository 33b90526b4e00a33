import { Installation } from '#installation';
import { Module, type DynamicModule } from '@nestjs/common';
import { ConventionSchemaController } from './http/convention-schema.controller';
import { ImportsController } from './http/imports.controller';
import { LeasesController } from './http/leases.controller';
import { ImportDirectoryHandler } from './importing/import-directory.command';
import { Importer } from './importing/importer';
import { LeaseRows, RecordLeaseRowHandler } from './lease-rows/lease-rows';

/** Imports of files, for the command line. */
@Module({})
export class ExchangeModule {
  static importingBy(importer: Importer): DynamicModule {
    return { module: ExchangeModule, providers: [ImportDirectoryHandler, { provide: Importer, useValue: importer }] };
  }
}

const LEASE_ROWS = {
  provide: LeaseRows,
  inject: [Installation],
  useFactory: ({ pipelineStores }: Installation) => new LeaseRows(pipelineStores),
};

/** Imports of files and recording of leases, over HTTP. */
@Module({})
export class ExchangeApiModule {
  static importingBy(importer: Importer): DynamicModule {
    return {
      module: ExchangeApiModule,
      controllers: [ImportsController, LeasesController, ConventionSchemaController],
      providers: [ImportDirectoryHandler, { provide: Importer, useValue: importer }, LEASE_ROWS, RecordLeaseRowHandler],
    };
  }
}
