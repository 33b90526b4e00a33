import { Module } from '@nestjs/common';
import { ComplianceModule } from './compliance.module';
import { AllocationsController } from './http/allocations.controller';
import { ComplianceController } from './http/compliance.controller';
import { IndicatorsController } from './http/indicators.controller';
import { NamedListsController } from './http/named-lists.controller';
import { ObjectivesController } from './http/objectives.controller';
import { SeriesController } from './http/series.controller';

export { AllocationFilterDto } from './http/allocation-filter.dto';
export { AreColumns } from './http/list-words';

/** The figures and the lists behind them, over HTTP. */
@Module({
  imports: [ComplianceModule],
  controllers: [
    ComplianceController,
    SeriesController,
    ObjectivesController,
    NamedListsController,
    AllocationsController,
    IndicatorsController,
  ],
})
export class ComplianceApiModule {}
