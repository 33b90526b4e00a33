import { Module } from '@nestjs/common';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { FlowOfVacancyHandler } from './queries/flow-of-vacancy';
import { ReportFlowHandler } from './queries/report-flow';
import { FlowReports } from './report';

/** The flow of reservations. */
@Module({
  providers: [
    {
      provide: FlowReports,
      inject: [Installation, ConventionHistory],
      useFactory: ({ eventStore, readStore }: Installation, convention: ConventionHistory) =>
        new FlowReports({ events: eventStore, readStore, convention }),
    },
    ReportFlowHandler,
    FlowOfVacancyHandler,
  ],
})
export class FlowModule {}
