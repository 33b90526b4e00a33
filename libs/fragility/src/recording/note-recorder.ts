import { kindsOf, narrowedTo, refusalOf, type Actor } from '#access';
import { CommandPipeline, type PipelineStores, type Receipt, type Sending } from '#deciding';
import type { Position } from '#event-store';
import { isRefusal, refuse, type Correlation, type Day, type Refusal } from '#kernel';
import { NOTE_STREAMS } from '../events';
import type { NoteEvent } from '../verbs/row-from';
import type { FragilityReference } from './fragility-reference';
import {
  NoteHandling,
  type GivenAgreement,
  type GivenNote,
  type KnownOfResidence,
  type NoteCommand,
} from './note-handling';
import { dayOf, outcomeOf, type RecordingOutcome } from './row-streams';

export type { GivenAgreement, GivenNote };

export interface NoteReceipt {
  readonly residence: string;
  /** The day from which the notes hold. */
  readonly from: Day;
  readonly outcome: RecordingOutcome;
  readonly revision: number;
  readonly position: Position;
}

/** Records notes one by one. */
export class NoteRecorder {
  private readonly pipeline: CommandPipeline<NoteCommand, KnownOfResidence, NoteEvent>;

  constructor(
    private readonly stores: PipelineStores,
    private readonly reference: FragilityReference,
  ) {
    const handling = new NoteHandling(reference, stores.clock);
    this.pipeline = new CommandPipeline(handling, stores);
  }

  /**
   * The commune's or the landlord's note. Refused: `not-allowed`, `scope-not-allowed` (a commune notes its residences, as the commune; a landlord its
   * own), `unknown-residence`, `idempotency-key-reused`, and as the verb refuses. @throws CodedError `recording-conflict`
   */
  async note(
    given: GivenNote,
    actor: Actor,
    requestKey?: string,
    correlation?: Correlation,
  ): Promise<NoteReceipt | Refusal> {
    const kinds = kindsOf(narrowedTo(actor.scope, ['landlord', 'commune']));
    if (kinds.length > 0 && !kinds.includes(given.author))
      return refuse('scope-not-allowed', { scope: kinds.join(', ') });
    // An actor with codes of both kinds gives a landlord's note only where it is the landlord, a commune's only where it is the commune.
    const author = { ...actor, scope: narrowedTo(actor.scope, [given.author]) };
    await this.reference.ready();
    const today = this.reference.dayAt(this.stores.clock.now());
    const command: NoteCommand = { kind: 'note', given, from: given.from ?? today };
    return this.record(command, { actor: author, requestKey, correlation });
  }

  /** The note on which commune and landlord agreed. Either of them may record it. Refused like `note`. */
  async agree(
    given: GivenAgreement,
    actor: Actor,
    requestKey?: string,
    correlation?: Correlation,
  ): Promise<NoteReceipt | Refusal> {
    // The agreed note holds from the day of the meeting, unless another day is given.
    const command: NoteCommand = { kind: 'agreement', given, from: given.from ?? given.heldOn };
    return this.record(command, { actor, requestKey, correlation });
  }

  private async record(command: NoteCommand, sending: Sending): Promise<NoteReceipt | Refusal> {
    const refusal = refusalOf(sending.actor, 'note-fragility');
    if (refusal) return refusal;
    const receipt = await this.pipeline.send(command, sending);
    return isRefusal(receipt) ? receipt : noteReceiptOf(command, receipt);
  }
}

function noteReceiptOf({ given: { residence } }: NoteCommand, receipt: Receipt): NoteReceipt {
  const { stream, revision, position } = receipt;
  return { residence, from: dayOf(NOTE_STREAMS, stream), outcome: outcomeOf(receipt), revision, position };
}
