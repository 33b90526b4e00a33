import { Module, type DynamicModule } from '@nestjs/common';
import { Installation } from '#installation';
import { ExchangeModule } from './exchange.module';
import { ConventionSchemaController } from './http/convention-schema.controller';
import { ImportsController } from './http/imports.controller';
import { LeasesController } from './http/leases.controller';
import type { Importer } from './importing/importer';
import { LeaseRows, RecordLeaseRowHandler } from './lease-rows/lease-rows';

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
      imports: [ExchangeModule.importingBy(importer)],
      controllers: [ImportsController, LeasesController, ConventionSchemaController],
      providers: [LEASE_ROWS, RecordLeaseRowHandler],
    };
  }
}
