import { Module } from '@nestjs/common';
import { Installation } from '#installation';
import { BesideModule } from './beside.module';
import { CandidatesController } from './http/candidates.controller';
import { VacanciesController } from './http/vacancies.controller';
import { VacancyDesk } from './http/vacancy-desk';
import { ReadVacancyHandler, ReadVacancyHistoryHandler } from './queries/read-vacancy';
import { VacancyReader } from './reading/vacancy-reader';
import { RecordedHouseholds } from './recording/household-affairs';
import { RecordedCircumstances } from './recording/recorded-circumstances';
import { DeclareDwellingFreeHandler, RunVacancyHandler, TryVacancyHandler } from './recording/vacancy-commands';
import { VacancyRecorder } from './recording/vacancy-recorder';

/** The process of a vacancy, over HTTP. */
@Module({
  imports: [BesideModule],
  controllers: [VacanciesController, CandidatesController],
  providers: [
    {
      provide: RecordedCircumstances,
      inject: [Installation],
      useFactory: (installation: Installation) =>
        new RecordedCircumstances(installation.pipelineStores, new RecordedHouseholds(installation)),
    },
    {
      provide: VacancyRecorder,
      inject: [Installation, RecordedCircumstances],
      useFactory: ({ pipelineStores }: Installation, circumstances: RecordedCircumstances) =>
        new VacancyRecorder(pipelineStores, circumstances),
    },
    {
      provide: VacancyReader,
      inject: [Installation, RecordedCircumstances],
      useFactory: ({ pipelineStores }: Installation, circumstances: RecordedCircumstances) =>
        new VacancyReader(pipelineStores, circumstances),
    },
    VacancyDesk,
    DeclareDwellingFreeHandler,
    RunVacancyHandler,
    TryVacancyHandler,
    ReadVacancyHandler,
    ReadVacancyHistoryHandler,
  ],
})
export class VacancyModule {}
