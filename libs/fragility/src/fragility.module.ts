import { Module, type Provider, type Type } from '@nestjs/common';
import { ConventionHistory } from '#convention';
import type { PipelineStores } from '#deciding';
import { Installation } from '#installation';
import { ReadResidenceSheetHandler } from './queries/read-residence-sheet';
import {
  ReportCoverageHandler,
  ReportFragilityHandler,
  ReportPriorityListsHandler,
  ReportRemindersHandler,
} from './queries/reports';
import { FragilityReference } from './recording/fragility-reference';
import { EstablishPriorityListHandler } from './recording/list-command';
import { ListRecorder } from './recording/list-recorder';
import { RecordAgreementHandler, RecordNoteHandler } from './recording/note-commands';
import { NoteRecorder } from './recording/note-recorder';
import { FragilityCoverage } from './report/coverage';
import { FragilityLists } from './report/lists';
import type { FragilitySources } from './report/reading';
import { FragilityReminders } from './report/reminders';
import { FragilityReports } from './report/report';
import { FragilitySheets } from './report/sheet';

/** Each kind of report reads the installation's stores. */
function reading(report: Type<object> & (new (sources: FragilitySources) => object)): Provider {
  return {
    provide: report,
    inject: [Installation, ConventionHistory],
    useFactory: ({ eventStore: events, readStore, clock }: Installation, convention: ConventionHistory) =>
      new report({ events, readStore, clock, convention }),
  };
}

function recording(
  recorder: Type<object> & (new (stores: PipelineStores, reference: FragilityReference) => object),
): Provider {
  return {
    provide: recorder,
    inject: [Installation, FragilityReference],
    useFactory: ({ pipelineStores }: Installation, reference: FragilityReference) =>
      new recorder(pipelineStores, reference),
  };
}

/** Notes and lists are decided on the same facts. */
const REFERENCE: Provider = {
  provide: FragilityReference,
  inject: [Installation],
  useFactory: ({ eventStore }: Installation) => new FragilityReference(eventStore),
};

/** The fragility of residences. */
@Module({
  providers: [
    ...[FragilityReports, FragilitySheets, FragilityCoverage, FragilityLists, FragilityReminders].map(reading),
    REFERENCE,
    ...[NoteRecorder, ListRecorder].map(recording),
    ReportFragilityHandler,
    ReadResidenceSheetHandler,
    ReportCoverageHandler,
    ReportPriorityListsHandler,
    ReportRemindersHandler,
    RecordNoteHandler,
    RecordAgreementHandler,
    EstablishPriorityListHandler,
  ],
})
export class FragilityModule {}
