import { communeCode } from './communes';
import { districtCode } from './districts';
import { landlordCode } from './landlords';
import { published } from './published';

/** A residence of the convention's Annex 1: note 4 or 5. `district` is empty outside QPV. */
export interface PriorityResidence {
  readonly commune: string;
  readonly landlord: string;
  readonly district: string;
  readonly name: string;
  readonly dwellings: number;
  readonly note: 4 | 5;
}

/**
 * The priority residences ("résidences à enjeu de mixité sociale") in the order of the annex. A name is not a key: one
 * name appears twice.
 */
export const PRIORITY_RESIDENCES: readonly PriorityResidence[] = published('tables/priority-residences.csv').map(
  (row) => ({
    commune: communeCode(row['commune']!),
    landlord: landlordCode(row['bailleur']!),
    district: row['qpv'] === '' ? '' : districtCode(row['qpv']!),
    name: row['residence']!,
    dwellings: Number(row['logements']),
    note: Number(row['note_fragilite']) as 4 | 5,
  }),
);
