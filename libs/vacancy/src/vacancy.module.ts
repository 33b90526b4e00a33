import { Module } from '@nestjs/common';
import { ObjectiveEffects } from '#compliance';
import { Installation } from '#installation';
import { CandidatesController } from './http/candidates.controller';
import { VacancyLeasesController } from './http/leases.controller';
import { VacanciesController } from './http/vacancies.controller';
import { VacancyDesk } from './http/vacancy-desk';
import { VigilanceController } from './http/vigilance.controller';
import { ReadVacancyHandler, ReadVacancyHistoryHandler } from './queries/read-vacancy';
import { WeighCandidateHandler, WeighHouseholdHandler } from './queries/weigh';
import { VacancyReader } from './reading/vacancy-reader';
import { RecordedHouseholds } from './recording/household-affairs';
import { RecordedCircumstances } from './recording/recorded-circumstances';
import { DeclareDwellingFreeHandler, RunVacancyHandler, TryVacancyHandler } from './recording/vacancy-commands';
import { VacancyRecorder } from './recording/vacancy-recorder';
import { ShownVigilances } from './vigilance/shown';
import { Vigilance } from './vigilance/vigilance';
import { VigilanceReader } from './vigilance/vigilance-reader';

/** The process of a vacancy, over HTTP. */
@Module({
  controllers: [VacanciesController, CandidatesController, VacancyLeasesController, VigilanceController],
  providers: [
    {
      provide: RecordedCircumstances,
      inject: [Installation],
      useFactory: (installation: Installation) =>
        new RecordedCircumstances(installation.pipelineStores, new RecordedHouseholds(installation)),
    },
    {
      provide: Vigilance,
      inject: [Installation, RecordedCircumstances],
      useFactory: ({ readStore }: Installation, circumstances: RecordedCircumstances) =>
        new Vigilance(circumstances, new ObjectiveEffects(readStore)),
    },
    {
      provide: VacancyRecorder,
      inject: [Installation, RecordedCircumstances, Vigilance],
      useFactory: ({ pipelineStores }: Installation, circumstances: RecordedCircumstances, vigilance: Vigilance) =>
        new VacancyRecorder(pipelineStores, circumstances, new ShownVigilances(vigilance)),
    },
    {
      provide: VacancyReader,
      inject: [Installation, RecordedCircumstances],
      useFactory: ({ pipelineStores }: Installation, circumstances: RecordedCircumstances) =>
        new VacancyReader(pipelineStores, circumstances),
    },
    {
      provide: VigilanceReader,
      inject: [VacancyReader, RecordedCircumstances, Vigilance],
      useFactory: (reader: VacancyReader, circumstances: RecordedCircumstances, vigilance: Vigilance) =>
        new VigilanceReader({ reader, circumstances, vigilance }),
    },
    VacancyDesk,
    WeighCandidateHandler,
    WeighHouseholdHandler,
    DeclareDwellingFreeHandler,
    RunVacancyHandler,
    TryVacancyHandler,
    ReadVacancyHandler,
    ReadVacancyHistoryHandler,
  ],
})
export class VacancyModule {}
