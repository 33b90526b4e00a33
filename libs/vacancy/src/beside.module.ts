import { Module, type Provider, type Type } from '@nestjs/common';
import type { PipelineStores } from '#deciding';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { NamedListReads } from '#readings';
import { ApplicationRecorder } from './applications/application-recorder';
import { ApplicationActors, EndApplicationHandler, ReopenApplicationHandler } from './applications/end-application';
import { CriteriaReader } from './criteria/criteria-reader';
import { CriteriaRecorder } from './criteria/criteria-recorder';
import { ReadCriteriaHandler, SayOfCriterionHandler } from './criteria/say-of-criterion';
import { DutyRecorder, ListDutiesHandler, RenounceDutyHandler } from './duties/duties';
import { ListVacanciesHandler } from './lists/list-vacancies';
import { VacancyLists } from './lists/vacancy-lists';
import { VacancyReading } from './lists/vacancy-reading';
import { QpvCommissionRecorder } from './qpv-commissions/qpv-commission-recorder';
import { ListQpvCommissionsHandler, SetCommissionHandler } from './qpv-commissions/qpv-commissions';
import { CountQpvCommissionsHandler } from './qpv-commissions/qpv-figures';
import { ProcessReference, processReferenceOf } from './recording/process-reference';
import { ReportRefusalsHandler } from './refusals/refusals-report';
import { SittingRecorder } from './sittings/sitting-recorder';
import { OpenCommissionHandler, ReadSittingHandler } from './sittings/sittings';
import { TaskLists } from './tasks/task-lists';
import { ListTasksHandler, SayOfTaskHandler, TaskRecorder } from './tasks/tasks';

function recording(
  recorder: Type<object> & (new (stores: PipelineStores, reference: ProcessReference) => object),
): Provider {
  return {
    provide: recorder,
    inject: [Installation, ProcessReference],
    useFactory: ({ pipelineStores }: Installation, reference: ProcessReference) =>
      new recorder(pipelineStores, reference),
  };
}

/** Needs the installation and the read model. */
function reading(
  provided: Type<object> & (new (installation: Installation, reading: VacancyReading) => object),
): Provider {
  return {
    provide: provided,
    inject: [Installation, VacancyReading],
    useFactory: (installation: Installation, model: VacancyReading) => new provided(installation, model),
  };
}

/** What stands beside the vacancies, the lists of vacancies and the tasks. */
@Module({
  providers: [
    {
      provide: ProcessReference,
      inject: [Installation],
      useFactory: ({ eventStore }: Installation) => processReferenceOf(eventStore),
    },
    VacancyReading,
    ...[SittingRecorder, ApplicationRecorder, QpvCommissionRecorder, CriteriaRecorder].map(recording),
    {
      provide: CriteriaReader,
      inject: [Installation, CriteriaRecorder, ConventionHistory],
      useFactory: (
        { pipelineStores: stores }: Installation,
        recorder: CriteriaRecorder,
        convention: ConventionHistory,
      ) => new CriteriaReader(stores, recorder, new NamedListReads({ ...stores, convention })),
    },
    ...[ApplicationActors, DutyRecorder].map(reading),
    {
      provide: VacancyLists,
      inject: [Installation, VacancyReading, ConventionHistory],
      useFactory: (installation: Installation, model: VacancyReading, convention: ConventionHistory) =>
        new VacancyLists(installation, model, convention),
    },
    {
      provide: TaskLists,
      inject: [Installation, VacancyReading, ProcessReference],
      useFactory: (installation: Installation, model: VacancyReading, reference: ProcessReference) =>
        new TaskLists(installation, model, reference),
    },
    {
      provide: TaskRecorder,
      inject: [Installation, VacancyReading, TaskLists],
      useFactory: (installation: Installation, model: VacancyReading, lists: TaskLists) =>
        new TaskRecorder(installation, model, lists),
    },
    OpenCommissionHandler,
    ReadSittingHandler,
    EndApplicationHandler,
    ReopenApplicationHandler,
    SayOfCriterionHandler,
    ReadCriteriaHandler,
    ListDutiesHandler,
    RenounceDutyHandler,
    SetCommissionHandler,
    ListQpvCommissionsHandler,
    ListVacanciesHandler,
    ListTasksHandler,
    SayOfTaskHandler,
    CountQpvCommissionsHandler,
    ReportRefusalsHandler,
  ],
  // One fold of the history serves all the commands and readings of the process.
  exports: [ProcessReference, CriteriaRecorder, ApplicationActors, DutyRecorder, VacancyLists, TaskLists],
})
export class BesideModule {}
