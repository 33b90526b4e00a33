import type { Actor } from '#access';
import { timeZoneOf, type ConventionHistory } from '#convention';
import type { CommandHandling, DecidedEvent, Loaded, Sent, Targeted } from '#deciding';
import { partsOfRowId, rowId, type Position } from '#event-store';
import { reachHead, type Installation } from '#installation';
import {
  canonicalJson,
  dayAt,
  isRefusal,
  refuse,
  type Day,
  type Decision,
  type JsonObject,
  type Refusal,
} from '#kernel';
import { scalesOf } from '../convention-scales';
import { NOTE_STREAMS } from '../events';
import { fragilityProjection } from '../projections/fragility-projection';
import { FRAGILITY_MODEL, residenceAt, type SubjectDocument } from '../projections/model';
import { isSeenBy } from '../report/reading';
import { scaleOn } from '../survey-scale';
import { agreeOnNote, type AgreeOnNote } from '../verbs/agree-on-note';
import { noteResidence, type NoteResidence } from '../verbs/note-residence';
import type { KnownNotes, NoteEvent } from '../verbs/row-from';

/** What a person gives of a note; the day is today's where none is given. */
type Given<Command> = Omit<Command, 'today' | 'from'> & { readonly from?: Day };
export type GivenNote = Given<NoteResidence>;
export type GivenAgreement = Given<AgreeOnNote>;

/** A note of the commune or the landlord, or what both agreed on, with the day that was not given. */
export type NoteCommand = { readonly from: Day } & (
  { readonly kind: 'note'; readonly given: GivenNote } | { readonly kind: 'agreement'; readonly given: GivenAgreement }
);

export type KnownOfResidence = KnownNotes & { readonly today: Day };
type Standing = Loaded<KnownOfResidence> | Refusal;

const NEWEST = '~' as Position;

/** How notes are recorded one by one: as the events that files make too, on what the projection shows of the residence. */
export class NoteHandling implements CommandHandling<NoteCommand, KnownOfResidence, NoteEvent> {
  readonly events = NOTE_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(
    private readonly installation: Installation,
    private readonly convention: ConventionHistory,
  ) {}

  /** A note is decided on what the one before it left, on whichever day. */
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
    const recorded = await this.convention.latest();
    const scales = scalesOf(recorded);
    const today = dayAt(this.installation.clock.now(), timeZoneOf(recorded));
    const model = await this.installation.readStore.active(FRAGILITY_MODEL);
    const loaded = targets.map(async ({ sent, stream = '' }): Promise<[Sent<NoteCommand>, Standing]> => {
      const { actor, command } = sent;
      const document = (await model.get<SubjectDocument>('residences', command.given.residence))?.body;
      return [sent, standing(document, { stream, actor, today, scale: scaleOn(dayOf(stream), scales) })];
    });
    return new Map(await Promise.all(loaded));
  }

  decide(
    { command: { kind, given } }: Sent<NoteCommand>,
    { stream, state: { today, ...known } }: Loaded<KnownOfResidence>,
  ): Decision<DecidedEvent<NoteEvent>> {
    const dated = { residence: given.residence, today, from: dayOf(stream) };
    const decision =
      kind === 'note' ? noteResidence({ ...given, ...dated }, known) : agreeOnNote({ ...given, ...dated }, known);
    return isRefusal(decision) ? decision : decision.map((event) => ({ ...event, effectiveDay: dated.from }));
  }
}

/** The day from which the notes of a stream hold. */
export function dayOf(stream: string): Day {
  return partsOfRowId(NOTE_STREAMS.idOf(stream)).row as Day;
}

/** What stands of the residence, and at which revision the row of the stream does. */
function standing(
  document: SubjectDocument | undefined,
  { stream, actor, today, scale }: Pick<KnownOfResidence, 'today' | 'scale'> & { stream: string; actor: Actor },
): Standing {
  const state = document && residenceAt(document, NEWEST);
  if (!state) return refuse('unknown-residence');
  if (!isSeenBy(actor, today, state)) return refuse('scope-not-allowed');
  const last = document.entries.findLast(({ list, key }) => list === 'notes' && key === dayOf(stream));
  const { notes: rows, surveys } = state;
  return { stream, revision: last ? last.revision : -1, state: { rows, surveys, scale, today } };
}
