import { Module } from '@nestjs/common';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { CountRehousingsHandler } from './queries/count-rehousings';
import { ReportRehousingHandler } from './queries/report-rehousing';
import { RehousingReports } from './report';

/** The report of the rehousing committee. */
@Module({
  providers: [
    {
      provide: RehousingReports,
      inject: [Installation, ConventionHistory],
      useFactory: ({ eventStore, readStore }: Installation, convention: ConventionHistory) =>
        new RehousingReports({ events: eventStore, readStore, convention }),
    },
    ReportRehousingHandler,
    CountRehousingsHandler,
  ],
})
export class RehousingModule {}
