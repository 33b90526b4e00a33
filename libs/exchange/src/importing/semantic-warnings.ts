import { agrees, quartileOf, type Derivation, type Lease } from '#allocation';
import { categoriesOn, type RecordedConvention } from '#convention';
import { addMonths, monthOf, normalForm, type Day } from '#kernel';
import type { OperationFacts, RehousingAccount } from '#rehousing';
import type { DwellingFacts, ResidenceFacts } from '#territory';
import type { CellNotice } from '../reading/fault';

/** Usual monthly rents in social housing, in cents. Another rent may be true, and somebody should look at it. */
const USUAL_RENT = { min: 5_000, max: 250_000 };

/** Five years, in months: homes are then no longer `moins_5_ans`. */
const YOUNG_MONTHS = 60;

/** Values of a lease that may be true and look like a mistake (formats.md, warnings). */
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

/** Days in the future: nothing can have happened on them. */
export function doubtsOfDays(
  days: readonly { readonly column: string; readonly day: Day | null; readonly what: string }[],
  today: Day,
): readonly CellNotice[] {
  return days.flatMap(({ column, day, what }) => {
    if (day === null || day <= today) return [];
    return [{ column, value: day, message: `${what} après aujourd’hui (${today}) : vérifiez l’année` }];
  });
}

export function doubtsOfSigning({ signedOn }: Pick<Lease, 'signedOn'>, today: Day): readonly CellNotice[] {
  return doubtsOfDays([{ column: 'date_bail', day: signedOn, what: 'bail signé' }], today);
}

/** A category that the convention does not list on the day of the lease. It still counts as priority. */
export function doubtsOfCategory(lease: Lease, recorded: RecordedConvention | null): readonly CellNotice[] {
  const { priorityCategory: category, signedOn } = lease;
  if (category === null || !recorded) return [];
  const listed = categoriesOn(recorded, signedOn);
  const isListed = listed.has(category) || [...listed].some((each) => normalForm(each) === normalForm(category));
  if (listed.size === 0 || isListed) return [];
  const message = `catégorie absente de la convention : ${[...listed].join(', ')} attendu ; elle compte comme prioritaire`;
  return [{ column: 'categorie_prioritaire', value: category, message }];
}

export function doubtsOfDwelling(dwelling: DwellingFacts): readonly CellNotice[] {
  if (dwelling.rent === null || (dwelling.rent >= USUAL_RENT.min && dwelling.rent <= USUAL_RENT.max)) return [];
  const euros = (dwelling.rent / 100).toFixed(2).replace('.', ',');
  return [{ column: 'loyer', value: euros, message: 'loyer mensuel inhabituel : entre 50 et 2 500 euros attendu' }];
}

/** Values of a rehousing that may be true and look like a mistake, compared with its operation and with the residence of arrival. */
export function doubtsOfRehousing(
  { movedOn, stock }: RehousingAccount,
  operation: OperationFacts | undefined,
  residence: ResidenceFacts | undefined,
): readonly CellNotice[] {
  if (movedOn === null) return [];
  const doubts: CellNotice[] = [];
  const doubtful = (message: string) =>
    doubts.push({ column: 'date_relogement', value: movedOn, message: `${message} : vérifiez les deux dates` });
  if (operation && movedOn < operation.startsOn)
    doubtful(`relogement antérieur au début de l’opération (${operation.startsOn})`);
  const openedOn = residence?.openedOn;
  if (openedOn && movedOn < openedOn)
    doubtful(`relogement antérieur à la mise en service de la résidence (${openedOn})`);
  if (openedOn && stock !== null && stock !== 'ancien' && addMonths(monthOf(openedOn), YOUNG_MONTHS) < monthOf(movedOn))
    doubts.push({
      column: 'parc',
      value: stock,
      message: `la résidence a été mise en service plus de cinq ans avant (${openedOn}) : « ancien » est attendu`,
    });
  return doubts;
}
