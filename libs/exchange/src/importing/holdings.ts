import type { RecordedConvention } from '#convention';
import { recordsOf, type EventStore } from '#event-store';
import { noteOn, scalesOf, type NotedResidence, type NoteFacts, type SurveyFacts } from '#fragility';
import type { Day } from '#kernel';
import { landlordOn, OWNERSHIP_STREAMS, RESIDENCE_STREAMS, type OwnershipFacts, type ResidenceFacts } from '#territory';
import type { DirectoryRows } from '../reading/directory';
import { DatedRows, knownNotes } from './known-rows';
import type { ParsedRow } from './parsed-import';

/** Who owns each residence on a day, and its note, by this import and what is recorded. */
export class Holdings {
  private constructor(
    private readonly residences: ReadonlyMap<string, ResidenceFacts>,
    private readonly ownerships: DatedRows<OwnershipFacts>,
    private readonly noteOf: (residence: string, on: Day) => NotedResidence['note'],
  ) {}

  static async of(
    directory: DirectoryRows,
    store: EventStore,
    convention: RecordedConvention | null,
  ): Promise<Holdings> {
    const residences = new Map<string, ResidenceFacts>();
    for (const facts of await recordsOf(store, RESIDENCE_STREAMS)) residences.set(facts.code, facts);
    for (const { row } of rowsIn<ResidenceFacts>(directory, 'residences.csv')) residences.set(row.code, row);
    const ownerships = new DatedRows<OwnershipFacts>(({ from }) => from);
    for (const facts of await recordsOf(store, OWNERSHIP_STREAMS)) ownerships.add(facts);
    for (const { row } of rowsIn<OwnershipFacts>(directory, 'proprietes.csv')) ownerships.add(row);
    const [notes, surveys] = [rowsIn<NoteFacts>(directory, 'notes.csv'), rowsIn<SurveyFacts>(directory, 'ops.csv')];
    const known = await knownNotes(notes, surveys, store);
    const scales = scalesOf(convention);
    return new Holdings(residences, ownerships, (residence, on) =>
      noteOn(on, known.notes.ofResidence(residence), known.surveys.ofResidence(residence), scales),
    );
  }

  ownerOf(residence: string, on: Day): string | undefined {
    const facts = this.residences.get(residence);
    return facts && landlordOn(on, { facts, ownerships: this.ownerships.ofResidence(residence) });
  }

  ownedBy(landlord: string, on: Day): readonly NotedResidence[] {
    return [...this.residences.keys()]
      .filter((residence) => this.ownerOf(residence, on) === landlord)
      .map((residence) => ({ residence, note: this.noteOf(residence, on) }));
  }
}

export function rowsIn<Row extends object>({ rows }: DirectoryRows, file: string): readonly ParsedRow<Row>[] {
  return (rows.get(file) ?? []) as readonly ParsedRow<object>[] as readonly ParsedRow<Row>[];
}
