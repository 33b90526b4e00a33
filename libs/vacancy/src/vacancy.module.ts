import { Module } from '@nestjs/common';
import { ObjectiveEffects } from '#compliance';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { NamedListReads } from '#readings';
import { BesideApiModule } from './beside-api.module';
import { BesideModule } from './beside.module';
import { DesignateManyHandler } from './designations/designate-many';
import { DesignationsController } from './designations/designations.controller';
import { CriteriaRecorder } from './criteria/criteria-recorder';
import { CandidatesController } from './http/candidates.controller';
import { VacancyLeasesController } from './http/leases.controller';
import { VacanciesController } from './http/vacancies.controller';
import { VacancyDesk } from './http/vacancy-desk';
import { VigilanceController } from './http/vigilance.controller';
import { ChangeAnyLeaseHandler, TryLeaseChangeHandler } from './lease-changes/change-lease.command';
import { LeaseChangeRecorder } from './lease-changes/lease-change-recorder';
import { LeaseChangesController } from './lease-changes/lease-changes.controller';
import { LettersController } from './papers/letters/letters.controller';
import { LettersReader, RecordedTemplates } from './papers/letters/letters-reader';
import { ReadOfferLetterHandler, ReadRefusalLetterHandler } from './papers/letters/read-letters';
import { PapersController } from './papers/papers.controller';
import { PapersReader } from './papers/papers-reader';
import { ReadAgendaHandler, ReadMinutesHandler } from './papers/read-papers';
import { RecordedSittings } from './papers/sitting-index';
import { ReadVacancyHandler, ReadVacancyHistoryHandler } from './queries/read-vacancy';
import { WeighCandidateHandler, WeighHouseholdHandler } from './queries/weigh';
import { VacancyReader } from './reading/vacancy-reader';
import { RecordedHouseholds } from './recording/household-affairs';
import { ProcessReference } from './recording/process-reference';
import { RecordedCircumstances } from './recording/recorded-circumstances';
import { DeclareDwellingFreeHandler, RunVacancyHandler, TryVacancyHandler } from './recording/vacancy-commands';
import { VacancyRecorder } from './recording/vacancy-recorder';
import { ShownVigilances } from './vigilance/shown';
import { Vigilance } from './vigilance/vigilance';
import { VigilanceReader } from './vigilance/vigilance-reader';

/** The process of a vacancy, over HTTP. */
@Module({
  imports: [BesideModule, BesideApiModule],
  controllers: [
    VacanciesController,
    CandidatesController,
    DesignationsController,
    VacancyLeasesController,
    LeaseChangesController,
    VigilanceController,
    PapersController,
    LettersController,
  ],
  providers: [
    {
      provide: RecordedCircumstances,
      inject: [Installation, ProcessReference],
      useFactory: (installation: Installation, reference: ProcessReference) =>
        new RecordedCircumstances(installation.pipelineStores, new RecordedHouseholds(installation), reference),
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
      inject: [VacancyReader, RecordedCircumstances, Vigilance, CriteriaRecorder],
      useFactory: (
        reader: VacancyReader,
        circumstances: RecordedCircumstances,
        vigilance: Vigilance,
        criteria: CriteriaRecorder,
      ) => new VigilanceReader({ reader, circumstances, vigilance, criteria }),
    },
    {
      provide: PapersReader,
      inject: [Installation, ProcessReference, ConventionHistory],
      useFactory: (installation: Installation, reference: ProcessReference, convention: ConventionHistory) =>
        new PapersReader(installation.pipelineStores, reference, new RecordedSittings(installation), convention),
    },
    {
      provide: LettersReader,
      inject: [Installation, ProcessReference, PapersReader, ConventionHistory],
      useFactory: (
        { pipelineStores: stores }: Installation,
        reference: ProcessReference,
        papers: PapersReader,
        convention: ConventionHistory,
      ) =>
        new LettersReader({
          stores,
          reference,
          papers,
          templates: new RecordedTemplates(stores.store),
          reads: new NamedListReads({ ...stores, convention }),
        }),
    },
    {
      provide: LeaseChangeRecorder,
      inject: [Installation, ProcessReference, RecordedCircumstances, VacancyRecorder],
      useFactory: (
        { pipelineStores, readStore }: Installation,
        reference: ProcessReference,
        circumstances: RecordedCircumstances,
        vacancies: VacancyRecorder,
      ) => new LeaseChangeRecorder(pipelineStores, { reference, circumstances, vacancies, readStore }),
    },
    ChangeAnyLeaseHandler,
    TryLeaseChangeHandler,
    VacancyDesk,
    WeighCandidateHandler,
    WeighHouseholdHandler,
    DeclareDwellingFreeHandler,
    RunVacancyHandler,
    TryVacancyHandler,
    DesignateManyHandler,
    ReadVacancyHandler,
    ReadVacancyHistoryHandler,
    ReadAgendaHandler,
    ReadMinutesHandler,
    ReadOfferLetterHandler,
    ReadRefusalLetterHandler,
  ],
})
export class VacancyModule {}
