import { Module } from '@nestjs/common';
import { Installation } from '#installation';
import { RehousingController } from './http/rehousing.controller';
import { ReportRehousingHandler } from './queries/report-rehousing';
import { RehousingReports } from './report';

/** The rehousing committee's state, over HTTP. */
@Module({
  controllers: [RehousingController],
  providers: [
    {
      provide: RehousingReports,
      inject: [Installation],
      useFactory: ({ eventStore, readStore }: Installation) => new RehousingReports({ events: eventStore, readStore }),
    },
    ReportRehousingHandler,
  ],
})
export class RehousingModule {}
