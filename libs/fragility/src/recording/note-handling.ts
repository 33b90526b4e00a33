import type { Actor } from '#access';
import type { ConventionHistory } from '#convention';
import type { CommandHandling, DecidedEvent, Loaded, Sent, Targeted } from '#deciding';
import { rowId } from '#event-store';
import { reachHead, type Installation } from '#installation';
import { canonicalJson, refuse, type Day, type Decision, type JsonObject, type Refusal } from '#kernel';
import { scalesOf } from '../convention-scales';
import { NOTE_STREAMS } from '../events';
import { fragilityProjection } from '../projections/fragility-projection';
import { FRAGILITY_MODEL, NEWEST, residenceAt, type SubjectDocument } from '../projections/model';
import { isSeenBy } from '../report/reading';
import { scaleOn } from '../survey-scale';
import { agreeOnNote, type AgreeOnNote } from '../verbs/agree-on-note';
import { noteResidence, type NoteResidence } from '../verbs/note-residence';
import type { KnownNotes, NoteEvent } from '../verbs/row-from';
import { dayOf, effectiveOn, loadEach, todayOf } from './row-streams';

/** What a person gives. The recorder adds the day where none is given. */
type Given<Command> = Omit<Command, 'today' | 'from'> & { readonly from?: Day };
export type GivenNote = Given<NoteResidence>;
export type GivenAgreement = Given<AgreeOnNote>;

/** A note of the commune or the landlord, or the note on which both agreed, with the day from which it holds. */
export type NoteCommand = { readonly from: Day } & (
  { readonly kind: 'note'; readonly given: GivenNote } | { readonly kind: 'agreement'; readonly given: GivenAgreement }
);

export type KnownOfResidence = KnownNotes & { readonly today: Day };

/** Records notes one by one, as the same events that files give, from what the projection shows of the residence. */
export class NoteHandling implements CommandHandling<NoteCommand, KnownOfResidence, NoteEvent> {
  readonly events = NOTE_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(
    private readonly installation: Installation,
    private readonly convention: ConventionHistory,
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
    await reachHead(this.installation, fragilityProjection);
    const scales = scalesOf(await this.convention.latest());
    const today = await todayOf(this.installation, this.convention);
    const model = await this.installation.readStore.active(FRAGILITY_MODEL);
    return loadEach(targets, async ({ actor, command }, stream) => {
      const document = (await model.get<SubjectDocument>('residences', command.given.residence))?.body;
      return loadedFrom(document, { stream, actor, today, scale: scaleOn(dayOf(NOTE_STREAMS, stream), scales) });
    });
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
}

/** What is recorded of the residence, and the revision of the stream. */
function loadedFrom(
  document: SubjectDocument | undefined,
  { stream, actor, today, scale }: Pick<KnownOfResidence, 'today' | 'scale'> & { stream: string; actor: Actor },
): Loaded<KnownOfResidence> | Refusal {
  const state = document && residenceAt(document, NEWEST);
  if (!state) return refuse('unknown-residence');
  if (!isSeenBy(actor, today, state)) return refuse('scope-not-allowed');
  const last = document.entries.findLast(({ list, key }) => list === 'notes' && key === dayOf(NOTE_STREAMS, stream));
  const { notes: rows, surveys } = state;
  return { stream, revision: last ? last.revision : -1, state: { rows, surveys, scale, today } };
}
