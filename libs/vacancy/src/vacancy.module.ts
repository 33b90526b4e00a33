import { Module } from '@nestjs/common';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { CandidatesController } from './http/candidates.controller';
import { VacanciesController } from './http/vacancies.controller';
import { VacancyDesk } from './http/vacancy-desk';
import { PapersController } from './papers/papers.controller';
import { PapersReader } from './papers/papers-reader';
import { ReadAgendaHandler, ReadMinutesHandler } from './papers/read-papers';
import { RecordedSittings } from './papers/sitting-index';
import { ReadVacancyHandler, ReadVacancyHistoryHandler } from './queries/read-vacancy';
import { VacancyReader } from './reading/vacancy-reader';
import { RecordedHouseholds } from './recording/household-affairs';
import { ProcessReference } from './recording/process-reference';
import { RecordedCircumstances } from './recording/recorded-circumstances';
import { DeclareDwellingFreeHandler, RunVacancyHandler, TryVacancyHandler } from './recording/vacancy-commands';
import { VacancyRecorder } from './recording/vacancy-recorder';

/** The process of a vacancy, over HTTP. */
@Module({
  controllers: [VacanciesController, CandidatesController, PapersController],
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
    {
      provide: PapersReader,
      inject: [Installation, ConventionHistory],
      useFactory: (installation: Installation, convention: ConventionHistory) =>
        new PapersReader(
          installation.pipelineStores,
          new ProcessReference(installation.eventStore),
          new RecordedSittings(installation),
          convention,
        ),
    },
    VacancyDesk,
    DeclareDwellingFreeHandler,
    RunVacancyHandler,
    TryVacancyHandler,
    ReadVacancyHandler,
    ReadVacancyHistoryHandler,
    ReadAgendaHandler,
    ReadMinutesHandler,
  ],
})
export class VacancyModule {}
