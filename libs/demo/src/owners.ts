import type { Residence } from './residences';

/** A residence that changes hands during the year. */
export interface OwnerChange {
  readonly residence: string;
  readonly from: string;
  readonly landlord: string;
}

/** Two sales: the largest fictitious residence of each seller, so that leases fall on both sides of the day. */
export function ownerChanges(residences: readonly Residence[]): OwnerChange[] {
  return [sale(residences, 'L-I3F', 'L-SEQENS', '2023-07-01'), sale(residences, 'L-ICF', 'L-CDC', '2023-09-01')];
}

/** The landlord on that day. */
export function landlordOn(day: string, residence: Residence, changes: readonly OwnerChange[]): string {
  return (
    changes.find((change) => change.residence === residence.code && change.from <= day)?.landlord ?? residence.landlord
  );
}

function sale(residences: readonly Residence[], seller: string, landlord: string, from: string): OwnerChange {
  const owned = residences.filter((residence) => residence.landlord === seller && (residence.note ?? 5) < 4);
  const largest = owned.reduce((best, residence) => (residence.dwellings > best.dwellings ? residence : best));
  return { residence: largest.code, from, landlord };
}
