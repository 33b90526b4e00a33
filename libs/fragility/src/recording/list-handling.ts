import { SYSTEM } from '#access';
import type { CommandHandling, DecidedEvent, Loaded, Sent, Targeted } from '#deciding';
import { rowId } from '#event-store';
import { reachHead, type Installation } from '#installation';
import { canonicalJson, isRefusal, refuse, type Day, type Decision, type Refusal } from '#kernel';
import { landlordOn } from '#territory';
import type { FreshnessDelays } from '../delays';
import { PRIORITY_LIST_STREAMS, type PriorityListEstablished, type PriorityListFacts } from '../events';
import { noteOn } from '../note-on';
import { fragilityProjection } from '../projections/fragility-projection';
import type { FragilityReadings } from '../report/reading';
import { establishList, type NotedResidence } from '../verbs/establish-list';
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

/** Establishes landlords' legal lists, from the notes that the projection shows. */
export class ListHandling implements CommandHandling<ListCommand, KnownListing, PriorityListEstablished> {
  readonly events = PRIORITY_LIST_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(
    private readonly installation: Installation,
    private readonly readings: FragilityReadings,
  ) {}

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
    await reachHead(this.installation, fragilityProjection);
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

  private async loadOne(
    { command: { given } }: Sent<ListCommand>,
    stream: string,
  ): Promise<Loaded<KnownListing> | Refusal> {
    const { landlord } = given;
    const on = dayOf(PRIORITY_LIST_STREAMS, stream);
    const reading = await this.readings.read({ on }, SYSTEM);
    if (isRefusal(reading)) return reading;
    if (!(await reading.known('landlords')).has(landlord)) return refuse('unknown-landlord', { landlord });
    const residences = reading.residences
      .filter((residence) => landlordOn(on, residence) === landlord)
      .map(({ facts, notes, surveys }) => ({
        residence: facts.code,
        note: noteOn(on, notes, surveys, reading.scales),
      }));
    const lists = await reading.lists();
    const list = lists.find(({ facts }) => facts.landlord === landlord && facts.on === on)?.facts ?? null;
    return { stream, revision: list ? 0 : -1, state: { list, residences, delays: reading.delays } };
  }
}
