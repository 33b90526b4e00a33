import { Module } from '@nestjs/common';
import { Installation } from '#installation';
import { FragilityController } from './http/fragility.controller';
import { NotesController } from './http/notes.controller';
import { NoteRecorder } from './recording/note-recorder';
import { RecordAgreementHandler, RecordNoteHandler } from './recording/note-commands';
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
  controllers: [FragilityController, NotesController],
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
    {
      provide: NoteRecorder,
      inject: [Installation],
      useFactory: (installation: Installation) => new NoteRecorder(installation),
    },
    RecordNoteHandler,
    RecordAgreementHandler,
  ],
})
export class FragilityModule {}
