import { HOUSEHOLD_COLUMNS } from '#allocation';
import { calendarDay, code, oneOf, optional, required, yesNo } from '#cells';
import { DWELLING_TYPES, FINANCINGS } from '#territory';
import type { VacancyAct } from '../recording/vacancy-command';
import type { LeaseChanges } from '../verbs/correct-lease/corrected-lease';
import { BodyForm, type Members, type ReadBody } from './body-form';
import type { ValuesOf } from '../columns';
import { membersOf, missingMotive, partedFrom, type PublicColumn } from './candidate-bodies';

/* The bodies of the commands about the lease: process.md, « The commands ». */

export const LEASE = new BodyForm({
  number: required('numero_attribution', code, 'ATT-1', { personal: true }),
  on: required('date_bail', calendarDay, '2024-03-15'),
});

export const LEASE_CANCELLATION = new BodyForm({
  on: required('date', calendarDay, '2024-03-20'),
  motive: required('motif', code, 'renonciation'),
});

const { householdNumber: _number, ...HOUSEHOLD } = HOUSEHOLD_COLUMNS;

/** All the columns of a lease but its household, its dwelling and its cancellation. */
const CHANGEABLE = {
  allocationNumber: required('numero_attribution', code, 'ATT-1', { personal: true }),
  signedOn: required('date_bail', calendarDay, '2024-03-14'),
  commissionOn: optional('date_caleol', calendarDay, '2024-02-20'),
  dwellingType: optional('typologie', oneOf(DWELLING_TYPES), 'T3'),
  financing: optional('financement', oneOf(FINANCINGS), 'PLUS'),
  firstLetting: optional('premiere_mise_en_location', yesNo, 'N'),
  holder: required('code_reservataire', code, 'COMMUNE-78621'),
  ...HOUSEHOLD,
};

const correction = (publics: readonly PublicColumn[]) =>
  new BodyForm({
    ...CHANGEABLE,
    ...membersOf(publics),
    motive: required('motif', code, 'erreur'),
  } as Members<ValuesOf<typeof CHANGEABLE> & { readonly motive: string }>);

/** For the documentation: the columns of a territory without publics. */
export const LEASE_CORRECTION = correction([]);

/** Reads the columns that the body has: the others keep their values. The motive is always needed. */
export function readLeaseCorrection(body: unknown, publics: readonly PublicColumn[]): ReadBody<VacancyAct> {
  const read = correction(publics).readGiven(body);
  if (!read.valid) return read;
  const [known, { motive, ...changes }] = partedFrom(read.fields, publics);
  if (motive === undefined) return missingMotive();
  const belongs = Object.fromEntries(Object.entries(known).map(([one, yes]) => [one, yes === true]));
  const act = { verb: 'lease/correction', motive, changes: changes as LeaseChanges, publics: belongs } as const;
  return { valid: true, fields: act };
}
