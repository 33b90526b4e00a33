import type { Position } from '#event-store';
import type { Uuid } from '#kernel';
import type { Batch } from '#processing';
import type { StateDocument, StateEntry, VacancyRow } from './model';
import { trackedAfter, type TrackedVacancy } from './tracked-vacancy';
import { rowId } from './vacancy-rows';

/** A vacancy as the events before one left it. */
export interface ListedVacancy {
  readonly entries: readonly StateEntry[];
  /** Undefined where it was never declared. */
  readonly tracked: TrackedVacancy | undefined;
  /** The rows of its newest entry, which still hold. */
  readonly rows: readonly VacancyRow[];
}

interface Known extends ListedVacancy {
  /** Of the event that left it so. */
  readonly position: Position;
}

/** The vacancies that a run wrote last, some ten kilobytes each. */
const MOST = 2_000;

/**
 * The vacancies of one run. What is in memory is what the run wrote: the next event of the same vacancy reads no document again, and
 * adds to the fold instead of beginning it anew.
 */
export class ListedVacancies {
  /** In the order of their last use. */
  private readonly known = new Map<Uuid, Known>();

  async before(vacancy: Uuid, position: Position, batch: Batch): Promise<ListedVacancy> {
    const known = this.known.get(vacancy);
    if (known && known.position < position) return known;
    return readListed(vacancy, position, batch);
  }

  keep(vacancy: Uuid, position: Position, listed: ListedVacancy): void {
    this.known.delete(vacancy);
    this.known.set(vacancy, { position, ...listed });
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value!);
  }
}

/** After a crash the store may hold entries of events that are being applied again. */
async function readListed(vacancy: Uuid, position: Position, batch: Batch): Promise<ListedVacancy> {
  const document = await batch.get<StateDocument>('states', vacancy);
  const entries = (document?.body.entries ?? []).filter(({ from }) => from < position);
  const newest = entries.at(-1);
  const rows: VacancyRow[] = [];
  for (const since of newest?.rows ?? [])
    rows.push((await batch.get<VacancyRow>('vacancies', rowId({ vacancy, from: newest!.from, since })))!.body);
  return { entries, tracked: trackedAfter(entries), rows };
}
