import { ALLOCATION_STREAMS, comesBack, LEASE_HISTORY, type Lease, type RecordedLease } from '#allocation';
import { readRecorded } from '#deciding';
import { eventsOfTypes, type EventStore } from '#event-store';
import type { Uuid } from '#kernel';
import type { VaultSession } from '#people';
import { hasMovedOn } from '#vacancy';
import type { CellNotice, Findings } from '../reading/fault';
import type { ParsedImport, ParsedRow } from './parsed-import';
import type { ImportStores } from './plan-import';
import { underRecordedNumbers } from './plan-rows';

const FILE = 'attributions.csv';
const ROWS_AT_ONCE = 250;

/** What a row may not say of a lease that is recorded, by the code of its refusal. */
export const RECORDED_LEASE_FAULTS: Readonly<Record<string, Pick<CellNotice, 'column' | 'message'>>> = {
  'lease-of-another-household': {
    column: 'numero_unique',
    message: 'ce bail est celui d’un autre ménage, candidat sur ce logement : son numéro unique est attendu',
  },
  'lease-of-another-dwelling': {
    column: 'reference_logement',
    message: 'ce bail est celui d’un autre logement, déclaré vacant ici : sa résidence et sa référence sont attendues',
  },
  'cancelled-lease-overtaken': {
    column: 'annulee',
    message:
      'ce bail est annulé, et le ménage ou le logement a depuis un autre bail ou une autre vacance : O est attendu',
  },
};

/**
 * Makes a fault of each row that contradicts a recorded lease: a lease that let a vacancy keeps its household and its dwelling,
 * and one that was cancelled does not come back where somebody has moved on. Only such leases are looked at, and they are few.
 */
export async function checkRecordedLeases(
  { rows, names }: ParsedImport,
  { store, vault }: ImportStores,
  findings: Findings,
): Promise<void> {
  const leases = (rows.get(FILE) ?? []) as readonly ParsedRow<Lease>[];
  const asked: WatchedLeases = leases.length === 0 ? new Map() : await watchedLeases(store);
  if (asked.size === 0) return;
  const file = names.get(FILE) ?? FILE;
  for (let from = 0; from < leases.length; from += ROWS_AT_ONCE) {
    const session = vault.session();
    const chunk = leases.slice(from, from + ROWS_AT_ONCE);
    await session.prepare({ allocations: chunk.map(({ row }) => row.allocationNumber) });
    const numbered = await underRecordedNumbers('allocation', chunk, session);
    await session.prepare({
      allocations: numbered.map(({ row }) => row.allocationNumber),
      households: numbered.map(({ row }) => row.householdNumber),
    });
    const idOf = ({ row }: ParsedRow<Lease>) => session.find('allocation', row.allocationNumber);
    const watched = numbered.filter((one) => asked.has(idOf(one)!));
    const recorded = await readRecorded(
      LEASE_HISTORY,
      watched.map((one) => idOf(one)!),
      { store, vault },
    );
    for (const one of watched) {
      const allocation = idOf(one)!;
      const lease = recorded.get(allocation);
      const code =
        lease &&
        (await faultOf(one.row, { allocation, lease, session, hasLet: asked.get(allocation)! }, { store, vault }));
      if (code) findings.fault({ file, line: one.line, value: '', ...RECORDED_LEASE_FAULTS[code]! });
    }
  }
}

/** Whether each of these leases let a vacancy. */
type WatchedLeases = ReadonlyMap<Uuid, boolean>;

/** The leases that let a vacancy, and those that were cancelled. */
async function watchedLeases(store: EventStore): Promise<WatchedLeases> {
  const found = new Map<Uuid, boolean>();
  for await (const { type, data, stream } of eventsOfTypes(store, ['VacancyLet', 'AllocationCancelled'])) {
    const hasLet = type === 'VacancyLet';
    const lease = (hasLet ? data['allocation'] : ALLOCATION_STREAMS.idOf(stream)) as Uuid;
    found.set(lease, hasLet || found.get(lease) === true);
  }
  return found;
}

async function faultOf(
  row: Lease,
  about: {
    readonly allocation: Uuid;
    readonly lease: RecordedLease;
    readonly session: VaultSession;
    readonly hasLet: boolean;
  },
  stores: ImportStores,
): Promise<keyof typeof RECORDED_LEASE_FAULTS | undefined> {
  const { allocation, lease, session, hasLet } = about;
  const { facts } = lease.state;
  if (hasLet && lease.sealed) {
    if (session.find('household', row.householdNumber) !== facts.household) return 'lease-of-another-household';
    const isSame = row.residence === facts.residence && row.dwellingReference === lease.sealed.dwellingReference;
    if (!isSame) return 'lease-of-another-dwelling';
  }
  const isOvertaken = comesBack(row, lease) && (await hasMovedOn({ allocation, facts, sealed: lease.sealed }, stores));
  return isOvertaken ? 'cancelled-lease-overtaken' : undefined;
}
