import { Module } from '@nestjs/common';
import { Installation } from '#installation';
import { FragilityController } from './http/fragility.controller';
import { ReadResidenceSheetHandler } from './queries/read-residence-sheet';
import { ReportFragilityHandler } from './queries/report-fragility';
import { FragilityReports } from './report/report';
import { FragilitySheets } from './report/sheet';
import type { FragilitySources } from './report/reading';

function sourcesOf({ eventStore, readStore, clock }: Installation): FragilitySources {
  return { events: eventStore, readStore, clock };
}

/** The fragility of residences, over HTTP. */
@Module({
  controllers: [FragilityController],
  providers: [
    {
      provide: FragilityReports,
      inject: [Installation],
      useFactory: (installation: Installation) => new FragilityReports(sourcesOf(installation)),
    },
    {
      provide: FragilitySheets,
      inject: [Installation],
      useFactory: (installation: Installation) => new FragilitySheets(sourcesOf(installation)),
    },
    ReportFragilityHandler,
    ReadResidenceSheetHandler,
  ],
})
export class FragilityModule {}
