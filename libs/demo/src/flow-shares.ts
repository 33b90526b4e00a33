import { hundredths } from './csv';
import { holderOf, SHARES, type Contingent } from './holders';
import type { Residence } from './residences';
import { LANDLORDS } from './sqy/landlords';
import { shareOut } from './share-out';

/** Reservations have been shares of a yearly flow since the end of 2023. */
export const FIRST_SHARES = 2024;

/** Hundredths of a percent. */
const WHOLE = 10_000;
/** Out of so many leases. */
const THOUSAND = 1_000;

/** The rows of flux.csv of a year. The shares are those by which leases are drawn; the communes part theirs by their dwellings of the landlord. */
export function flowShareRows(year: number, residences: readonly Residence[]) {
  return LANDLORDS.flatMap(({ code: landlord }) => {
    const dwellings = dwellingsByCommune(residences.filter((residence) => residence.landlord === landlord));
    if (dwellings.length === 0) return [];
    const parts = SHARES.flatMap(([contingent, thousandths]) =>
      partsOf(contingent, (thousandths * WHOLE) / THOUSAND, dwellings).map(
        ([commune, part]) => [holderOf(contingent, commune, landlord), part] as const,
      ),
    );
    return parts.map(([holder, part]) => ({
      annee: String(year),
      code_bailleur: landlord,
      code_reservataire: holder,
      part: hundredths(part),
      exclus: '0',
    }));
  });
}

function partsOf(
  contingent: Contingent,
  part: number,
  dwellings: readonly (readonly [string, number])[],
): readonly (readonly [commune: string, part: number])[] {
  return contingent === 'commune' ? [...shareOut(part, dwellings)] : [['', part]];
}

function dwellingsByCommune(residences: readonly Residence[]): readonly (readonly [string, number])[] {
  const byCommune = new Map<string, number>();
  for (const { commune, dwellings } of residences) byCommune.set(commune, (byCommune.get(commune) ?? 0) + dwellings);
  return [...byCommune].sort(([a], [b]) => (a < b ? -1 : 1));
}
