import { Module } from '@nestjs/common';
import { ApplicationsController } from './applications/applications.controller';
import { BesideModule } from './beside.module';
import { CriteriaController } from './criteria/criteria.controller';
import { DutiesController } from './duties/duties.controller';
import { VacancyListController } from './lists/vacancy-list.controller';
import { QpvCommissionsController } from './qpv-commissions/qpv-commissions.controller';
import { QpvFiguresController } from './qpv-commissions/qpv-figures.controller';
import { RefusalsController } from './refusals/refusals.controller';
import { SittingsController } from './sittings/sittings.controller';
import { TasksController } from './tasks/tasks.controller';

/** What stands beside the vacancies, the lists of vacancies and the tasks, over HTTP. */
@Module({
  imports: [BesideModule],
  controllers: [
    VacancyListController,
    SittingsController,
    ApplicationsController,
    CriteriaController,
    DutiesController,
    QpvCommissionsController,
    QpvFiguresController,
    RefusalsController,
    TasksController,
  ],
})
export class BesideApiModule {}
