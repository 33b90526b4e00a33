import type { Residence } from './residences';

/** A residence that is sold. */
export interface OwnerChange {
  readonly residence: string;
  readonly from: string;
  readonly landlord: string;
}

/** Two sales of 2023. Each seller sells its largest fictitious residence, so that there are leases before and after the day. */
export function ownerChanges(residences: readonly Residence[]): OwnerChange[] {
  return [sale(residences, 'L-I3F', 'L-SEQENS', '2023-07-01'), sale(residences, 'L-ANTIN', 'L-CDC', '2023-09-01')];
}

/** The landlord of a residence on a day. */
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
