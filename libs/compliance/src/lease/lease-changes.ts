import type { AllocationFacts, LeaseEventRecorded } from '#allocation';
import { ALLOCATION_STREAMS } from '#allocation';
import type { RecordedEvent } from '#event-store';
import type { Day, Instant } from '#kernel';
import type { AllocationWord, CellValue } from '../lists/allocation-columns';
import type { ListedPublics } from '../lists/publics';
import { PUBLICS_MARK } from '../figures/allocation-fact';

/** What changed a lease after its signature. */
export interface LeaseChange {
  readonly kind: 'correction' | 'cancellation' | 'revision';
  readonly recordedAt: Instant;
  readonly role: string;
  /** A coded word; null where a row of a file, or what follows by itself, changed it. */
  readonly motive: string | null;
  /** The day on which the lease was cancelled, where it was told. */
  readonly on: Day | null;
  /** The columns of lists that differ. None where only sealed facts do. */
  readonly columns: readonly ChangedColumn[];
}

export interface ChangedColumn {
  readonly column: AllocationWord;
  readonly before: CellValue;
  readonly after: CellValue;
}

const WORDS: Readonly<Record<keyof AllocationFacts, AllocationWord>> = {
  signedOn: 'date_bail',
  commissionOn: 'date_caleol',
  residence: 'code_residence',
  dwellingType: 'typologie',
  financing: 'financement',
  firstLetting: 'premiere_mise_en_location',
  cancelled: 'annulee',
  holder: 'code_reservataire',
  transfer: 'type_demande',
  quartile: 'quartile',
  priority: 'prioritaire',
  homeWork: 'domicile_travail',
  essentialWorker: 'travailleur_essentiel',
  rehoused: 'reloge',
  composition: 'composition',
  publics: 'publics',
};

/** @param events of the stream of the lease */
export function changesOf(events: readonly RecordedEvent[], publics: ListedPublics): readonly LeaseChange[] {
  return events.flatMap((recorded) => {
    const event = ALLOCATION_STREAMS.read(recorded);
    if (event.type === 'AllocationSigned' || event.type === 'AllocationAbandoned') return [];
    const { recordedAt, role } = recorded.metadata;
    return [{ ...changeOf(event, publics), recordedAt, role }];
  });
}

type Changing = Exclude<LeaseEventRecorded, { readonly type: 'AllocationSigned' }>;

function changeOf(event: Changing, publics: ListedPublics): Omit<LeaseChange, 'recordedAt' | 'role'> {
  const bySelf = { kind: 'revision', motive: null, on: null } as const;
  if (event.type === 'QuartileRevised') return { ...bySelf, columns: columnsOf({ quartile: event.data }, publics) };
  if (event.type === 'HomeWorkRevised') return { ...bySelf, columns: columnsOf({ homeWork: event.data }, publics) };
  const { changes, motive = null, on = null } = event.data;
  const kind = event.type === 'AllocationCancelled' ? 'cancellation' : 'correction';
  return { kind, motive, on, columns: columnsOf(changes, publics) };
}

interface FromTo {
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Never the household, which is known by an internal id only. A change among publics that are not shown is none. */
function columnsOf(
  changes: Readonly<Partial<Record<string, FromTo>>>,
  publics: ListedPublics,
): readonly ChangedColumn[] {
  return Object.entries(changes).flatMap(([field, change]) => {
    const column = WORDS[field as keyof AllocationFacts] as AllocationWord | undefined;
    if (!column || !change) return [];
    const [before, after] = [change.from, change.to].map((value) => cellOf(column, value, publics));
    return String(before) === String(after) ? [] : [{ column, before: before!, after: after! }];
  });
}

function cellOf(column: AllocationWord, value: unknown, publics: ListedPublics): CellValue {
  if (column === 'publics') return publics.of((value as readonly string[] | undefined)?.join(PUBLICS_MARK) ?? null);
  if (column === 'type_demande') return value === true ? 'mutation' : 'premier_acces';
  return column === 'quartile' && typeof value === 'number' ? String(value) : (value as CellValue);
}
