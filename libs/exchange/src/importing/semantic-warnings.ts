import { agrees, quartileOf, type Derivation, type Lease } from '#allocation';
import type { DwellingFacts, ResidenceFacts } from '#territory';
import type { CellNotice } from '../reading/fault';

/** Rents a month that are seen in social housing, in cents: another may be true, and is worth a second look. */
const USUAL_RENT = { min: 5_000, max: 250_000 };

/** What may be true in a lease and yet looks like a slip (formats.md, warnings). */
export function doubtsOfLease(
  lease: Lease,
  residence: ResidenceFacts | undefined,
  derivation: Derivation,
): readonly CellNotice[] {
  const doubts: CellNotice[] = [];
  if (residence?.openedOn && lease.signedOn < residence.openedOn)
    doubts.push({
      column: 'date_bail',
      value: lease.signedOn,
      message: `bail antérieur à la mise en service de la résidence (${residence.openedOn}) : vérifiez les deux dates`,
    });
  if (lease.commissionOn && lease.commissionOn > lease.signedOn)
    doubts.push({
      column: 'date_caleol',
      value: lease.commissionOn,
      message: `commission postérieure au bail (${lease.signedOn}) : vérifiez les deux dates`,
    });
  const computed = quartileOf(lease, derivation.bounds(Number(lease.signedOn.slice(0, 4))));
  if (lease.income !== null && !agrees(lease.givenQuartile, computed))
    doubts.push({
      column: 'quartile',
      value: String(lease.givenQuartile),
      message: `le quartile calculé des ressources est ${computed} : c'est lui qui compte`,
    });
  return doubts;
}

export function doubtsOfDwelling(dwelling: DwellingFacts): readonly CellNotice[] {
  if (dwelling.rent === null || (dwelling.rent >= USUAL_RENT.min && dwelling.rent <= USUAL_RENT.max)) return [];
  const euros = (dwelling.rent / 100).toFixed(2).replace('.', ',');
  return [{ column: 'loyer', value: euros, message: 'loyer mensuel inhabituel : entre 50 et 2 500 euros attendu' }];
}
