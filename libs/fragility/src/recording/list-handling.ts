import type { CommandHandling, DecidedEvent, Loaded, Sent, Targeted } from '#deciding';
import { rowId } from '#event-store';
import { canonicalJson, refuse, type Day, type Decision, type Refusal } from '#kernel';
import { delaysOn, scalesOf } from '../convention-scales';
import type { FreshnessDelays } from '../delays';
import { PRIORITY_LIST_STREAMS, type PriorityListEstablished, type PriorityListFacts } from '../events';
import { noteOn } from '../note-on';
import { establishList, type NotedResidence } from '../verbs/establish-list';
import type { FragilityReference } from './fragility-reference';
import { dayOf, effectiveOn, loadEach } from './row-streams';

export interface GivenListing {
  readonly landlord: string;
  /** Today where absent. */
  readonly on?: Day;
  /** True where a list without any residence is meant. */
  readonly confirmsEmpty?: boolean;
}

/** A command to establish a list. The list is of today where no day was given. */
export interface ListCommand {
  readonly given: GivenListing;
  readonly today: Day;
}

export interface KnownListing {
  /** The list of that day, where it is already established. */
  readonly list: PriorityListFacts | null;
  readonly residences: readonly NotedResidence[];
  readonly delays: FreshnessDelays;
}

/** Establishes landlords' legal lists, from the notes that are recorded. */
export class ListHandling implements CommandHandling<ListCommand, KnownListing, PriorityListEstablished> {
  readonly events = PRIORITY_LIST_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(private readonly reference: FragilityReference) {}

  keyOf({ given }: ListCommand): string {
    return given.landlord;
  }

  contentOf({ given }: ListCommand): string {
    return `request\nlist\n${canonicalJson({ ...given })}`;
  }

  streamOf({ given, today }: ListCommand): string {
    return PRIORITY_LIST_STREAMS.name(rowId(given.landlord, given.on ?? today));
  }

  async load(
    targets: readonly Targeted<ListCommand>[],
  ): Promise<ReadonlyMap<Sent<ListCommand>, Loaded<KnownListing> | Refusal>> {
    await this.reference.reachHead();
    return loadEach(targets, (sent, stream) => this.loadOne(sent, stream));
  }

  decide(
    { command: { given, today } }: Sent<ListCommand>,
    { stream, state: { delays, ...known } }: Loaded<KnownListing>,
  ): Decision<DecidedEvent<PriorityListEstablished>> {
    const { landlord, confirmsEmpty = false } = given;
    const on = dayOf(PRIORITY_LIST_STREAMS, stream);
    return effectiveOn(on, establishList({ landlord, on, today, confirmsEmpty }, known, delays));
  }

  private loadOne({ command: { given } }: Sent<ListCommand>, stream: string): Loaded<KnownListing> | Refusal {
    const { reference } = this;
    const { landlord } = given;
    const on = dayOf(PRIORITY_LIST_STREAMS, stream);
    if (!reference.hasLandlord(landlord)) return refuse('unknown-landlord', { landlord });
    const scales = scalesOf(reference.convention);
    const residences = reference.residencesOf(landlord, on).map((residence) => ({
      residence,
      note: noteOn(on, reference.notesOf(residence), reference.surveysOf(residence), scales),
    }));
    const state = { list: reference.listIn(stream), residences, delays: delaysOn(on, reference.convention) };
    const events = reference.eventsOf(stream);
    return { stream, revision: events.length - 1, state, events };
  }
}
