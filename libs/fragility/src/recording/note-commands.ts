import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Correlation, Refusal } from '#kernel';
import { NoteRecorder, type NoteReceipt, type GivenAgreement, type GivenNote } from './note-recorder';

/** Records the commune's or the landlord's note of a residence. */
export class RecordNote extends Command<NoteReceipt | Refusal> {
  constructor(
    readonly given: GivenNote,
    readonly actor: Actor,
    readonly requestKey?: string,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

/** Records the note that commune and landlord agreed on at a meeting. */
export class RecordAgreement extends Command<NoteReceipt | Refusal> {
  constructor(
    readonly given: GivenAgreement,
    readonly actor: Actor,
    readonly requestKey?: string,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

@CommandHandler(RecordNote)
export class RecordNoteHandler implements ICommandHandler<RecordNote> {
  constructor(private readonly recorder: NoteRecorder) {}

  execute({ given, actor, requestKey, correlation }: RecordNote): Promise<NoteReceipt | Refusal> {
    return this.recorder.note(given, actor, requestKey, correlation);
  }
}

@CommandHandler(RecordAgreement)
export class RecordAgreementHandler implements ICommandHandler<RecordAgreement> {
  constructor(private readonly recorder: NoteRecorder) {}

  execute({ given, actor, requestKey, correlation }: RecordAgreement): Promise<NoteReceipt | Refusal> {
    return this.recorder.agree(given, actor, requestKey, correlation);
  }
}
