import { covers } from '#access';
import type { CommandHandling, DecidedEvent, Loaded, Sent, Targeted } from '#deciding';
import { rowId } from '#event-store';
import { canonicalJson, refuse, type Clock, type Day, type Decision, type JsonObject, type Refusal } from '#kernel';
import { scalesOf } from '../convention-scales';
import { NOTE_STREAMS } from '../events';
import { scaleOn } from '../survey-scale';
import { agreeOnNote, type AgreeOnNote } from '../verbs/agree-on-note';
import { noteResidence, type NoteResidence } from '../verbs/note-residence';
import type { KnownNotes, NoteEvent } from '../verbs/row-from';
import type { FragilityReference } from './fragility-reference';
import { dayOf, effectiveOn, loadEach } from './row-streams';

/** What a person gives. The recorder adds the day where none is given. */
type Given<Command> = Omit<Command, 'today' | 'from'> & { readonly from?: Day };
export type GivenNote = Given<NoteResidence>;
export type GivenAgreement = Given<AgreeOnNote>;

/** A note of the commune or the landlord, or the note on which both agreed, with the day from which it holds. */
export type NoteCommand = { readonly from: Day } & (
  { readonly kind: 'note'; readonly given: GivenNote } | { readonly kind: 'agreement'; readonly given: GivenAgreement }
);

export type KnownOfResidence = KnownNotes & { readonly today: Day };

/** Records notes one by one, as the same events that files give, from what is recorded of the residence. */
export class NoteHandling implements CommandHandling<NoteCommand, KnownOfResidence, NoteEvent> {
  readonly events = NOTE_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(
    private readonly reference: FragilityReference,
    private readonly clock: Clock,
  ) {}

  /** A note depends on the note before it, also where their days differ: the notes of a residence are decided one after the other. */
  keyOf({ given }: NoteCommand): string {
    return given.residence;
  }

  contentOf({ kind, given }: NoteCommand): string {
    return `request\n${kind}\n${canonicalJson(given as unknown as JsonObject)}`;
  }

  streamOf({ given, from }: NoteCommand): string {
    return NOTE_STREAMS.name(rowId(given.residence, from));
  }

  async load(
    targets: readonly Targeted<NoteCommand>[],
  ): Promise<ReadonlyMap<Sent<NoteCommand>, Loaded<KnownOfResidence> | Refusal>> {
    await this.reference.reachHead();
    return loadEach(targets, (sent, stream) => this.loadOne(sent, stream));
  }

  decide(
    { command: { kind, given } }: Sent<NoteCommand>,
    { stream, state: { today, ...known } }: Loaded<KnownOfResidence>,
  ): Decision<DecidedEvent<NoteEvent>> {
    const dated = { residence: given.residence, today, from: dayOf(NOTE_STREAMS, stream) };
    const decision =
      kind === 'note' ? noteResidence({ ...given, ...dated }, known) : agreeOnNote({ ...given, ...dated }, known);
    return effectiveOn(dated.from, decision);
  }

  private loadOne(
    { actor, command: { given } }: Sent<NoteCommand>,
    stream: string,
  ): Loaded<KnownOfResidence> | Refusal {
    const { reference, clock } = this;
    const today = reference.dayAt(clock.now());
    const residence = reference.residence(given.residence);
    if (!residence) return refuse('unknown-residence');
    const landlord = reference.landlordOn(given.residence, today)!;
    if (!covers(actor.scope, { landlord, commune: residence.commune })) return refuse('scope-not-allowed');
    const state = {
      rows: reference.notesOf(given.residence),
      surveys: reference.surveysOf(given.residence),
      scale: scaleOn(dayOf(NOTE_STREAMS, stream), scalesOf(reference.convention)),
      today,
    };
    const events = reference.eventsOf(stream);
    return { stream, revision: events.length - 1, state, events };
  }
}
