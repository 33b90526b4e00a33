import { calendarDay, code, integer, oneOf, optional, required, yesNo, type Column } from '#cells';
import { newUuid, type Day } from '#kernel';
import { BASIS_COLUMNS, PROPOSED_COLUMNS, type ValuesOf } from '../columns';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import type { ProposedHousehold } from '../sealed-candidate';
import { LEAST_DAYS_TO_ANSWER } from '../working-days';
import { ACCORDS, OPINIONS, WITHDRAWERS } from '../words';
import { BodyForm, wordsOf, type Members, type ReadBody } from './body-form';

/* The bodies of the commands about a candidate: process.md, « The commands ». */

const PERSONAL = { personal: true };
/** A longer delay would be a wrong number. */
const MOST_DAYS = 365;

/** A public of the convention, and its column of yes and no. */
export interface PublicColumn {
  readonly code: string;
  readonly column: string;
}

const { householdNumber: _number, ...CHANGEABLE } = PROPOSED_COLUMNS;

type Publics = Readonly<Record<string, unknown>>;

const designation = (publics: readonly PublicColumn[]) =>
  new BodyForm({ ...PROPOSED_COLUMNS, ...BASIS_COLUMNS, ...membersOf(publics) } as Members<
    ValuesOf<typeof PROPOSED_COLUMNS & typeof BASIS_COLUMNS>
  >);
const correction = (publics: readonly PublicColumn[]) =>
  new BodyForm({
    ...CHANGEABLE,
    ...membersOf(publics),
    motive: required('motif', code, 'situation_changee'),
  } as Members<ValuesOf<typeof CHANGEABLE> & { readonly motive: string }>);

/** For the documentation: the columns of a territory without publics. */
export const DESIGNATION = designation([]);
export const FACTS = correction([]);

/** @param publics those of the convention, each with a column of its own */
export function readDesignation(body: unknown, publics: readonly PublicColumn[]): ReadBody<VacancyAct> {
  const read = designation(publics).read(body);
  if (!read.valid) return read;
  const [known, { basis, holder, ...household }] = partedFrom(read.fields, publics);
  const belongs = publics.map((one) => one.code).filter((one) => known[one] === true);
  const proposed = { ...household, publics: belongs.sort() } as ProposedHousehold;
  const given = { basis: basis ?? ('reservation' as const), holder };
  return { valid: true, fields: { verb: 'candidates', given, newId: newUuid(), household: proposed } };
}

export type FactsRead = Pick<Extract<CandidateAct, { readonly verb: 'facts' }>, 'motive' | 'changes' | 'publics'>;

/** Reads the columns that the body has: the others keep their values. The motive is always needed. */
export function readFacts(body: unknown, publics: readonly PublicColumn[]): ReadBody<FactsRead> {
  const form = correction(publics);
  const read = form.readGiven(body);
  if (!read.valid) return read;
  const [known, { motive, ...changes }] = partedFrom(read.fields, publics);
  if (motive === undefined) return missingMotive();
  const belongs = Object.fromEntries(Object.entries(known).map(([one, yes]) => [one, yes === true]));
  return { valid: true, fields: { motive, changes, publics: belongs } };
}

export function missingMotive(): ReadBody<never> {
  return { valid: false, faults: [{ column: 'motif', value: '', message: 'cette valeur est obligatoire' }] };
}

export const OPINION = new BodyForm({
  on: required('date', calendarDay, '2024-03-15'),
  opinion: required('avis', oneOf(OPINIONS), 'favorable'),
  motive: optional('motif', code, ''),
});

export const WITHDRAWAL = new BodyForm({
  motive: required('motif', code, 'injoignable'),
  by: required('par', oneOf(WITHDRAWERS), 'reservataire'),
});

export const ENDORSEMENT = new BodyForm({
  on: required('date', calendarDay, '2024-03-15'),
  accords: wordsOf('accords', ACCORDS),
});

export const DEFERRAL = new BodyForm({
  on: required('date', calendarDay, '2024-03-15'),
  motive: required('motif', code, 'sans_accord'),
});

/** A day alone: of the document, of the notice, of the acceptance. */
export const DATED = new BodyForm({ on: required('date', calendarDay, '2024-03-15') });

export const OFFER = new BodyForm({
  notifiedOn: required('date_notification', calendarDay, '2024-03-15'),
  delay: optional('delai_jours', integer(0, MOST_DAYS), '10'),
});

export function readOffer(body: unknown): ReadBody<{ readonly notifiedOn: Day; readonly delay: number }> {
  const read = OFFER.read(body);
  if (!read.valid) return read;
  return { valid: true, fields: { ...read.fields, delay: read.fields.delay ?? LEAST_DAYS_TO_ANSWER } };
}

export const REFUSAL = new BodyForm({
  on: required('date', calendarDay, '2024-03-15'),
  motive: required('motif', code, 'loyer'),
});

export const OFFER_CORRECTION = new BodyForm({
  notifiedOn: optional('date_notification', calendarDay, '2024-03-14'),
  motive: required('motif', oneOf(['erreur'] as const), 'erreur'),
});

/** The field of a public in what is read; no column of a household has such a name. */
function fieldOf(one: string): string {
  return `publics.${one}`;
}

export function membersOf(publics: readonly PublicColumn[]): Readonly<Record<string, Column>> {
  return Object.fromEntries(
    publics.map((one) => [fieldOf(one.code), optional(one.column, yesNo, 'N', PERSONAL) as Column]),
  );
}

/** The answers about publics by code, and the other fields. */
export function partedFrom<Fields extends object>(
  fields: Fields,
  publics: readonly PublicColumn[],
): readonly [Publics, Fields] {
  const rest = { ...fields } as Record<string, unknown>;
  const known: Record<string, unknown> = {};
  for (const one of publics) {
    if (Object.hasOwn(rest, fieldOf(one.code))) known[one.code] = rest[fieldOf(one.code)];
    delete rest[fieldOf(one.code)];
  }
  return [known, rest as Fields];
}
