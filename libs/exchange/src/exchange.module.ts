import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from '#installation';
import { ConventionSchemaController } from './http/convention-schema.controller';
import { ImportsController } from './http/imports.controller';
import { LeasesController } from './http/leases.controller';
import { ImportDirectoryHandler } from './importing/import-directory.command';
import { Importer } from './importing/importer';
import { LeaseRows } from './lease-rows/lease-rows';
import { RecordLeaseRowHandler } from './lease-rows/record-lease-row';

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
  useFactory: (installation: Installation) =>
    new LeaseRows({
      store: installation.eventStore,
      vault: () => installation.vault(),
      clock: installation.clock,
    }),
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
