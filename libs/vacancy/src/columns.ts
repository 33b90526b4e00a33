import { HOUSEHOLD_COLUMNS } from '#allocation';
import {
  calendarDay,
  code,
  communeCode,
  livingSurface,
  money,
  oneOf,
  optional,
  required,
  yesNo,
  type Column,
} from '#cells';
import { DWELLING_TYPES, FINANCINGS } from '#territory';
import type { DwellingReference, GivenVacancy } from './recording/vacancy-command';
import { BASES, OUTSIDE_FLOW, RELEASE_GROUNDS } from './words';

/* The columns of a declaration, an orientation and a designation: the same in a request and in a row of a file. */

const PERSONAL = { personal: true };

/** The dwelling, by its residence and its reference there. */
export const DWELLING_COLUMNS = {
  reference: required('reference_logement', code, 'LOG-1', PERSONAL),
  residence: required('code_residence', code, 'RES-1'),
};

export const DECLARATION_COLUMNS = {
  ...DWELLING_COLUMNS,
  availableOn: required('date_liberation', calendarDay, '2024-06-01'),
  ground: required('motif_liberation', oneOf(RELEASE_GROUNDS), 'depart'),
  dwellingType: optional('typologie', oneOf(DWELLING_TYPES), 'T3'),
  financing: optional('financement', oneOf(FINANCINGS), 'PLUS'),
  surface: optional('surface', livingSurface, '62,5'),
  rent: optional('loyer', money, '412,30'),
  charges: optional('charges', money, '68'),
  firstLetting: optional('premiere_mise_en_location', yesNo, 'N'),
};

/** To which holder, and until when. The holder itself has a column of its own, which a request must fill. */
export const ORIENTATION_COLUMNS = {
  lastDay: optional('date_limite', calendarDay, ''),
  forOneTurn: optional('pour_un_tour', yesNo, 'N'),
  outsideFlow: optional('hors_flux', oneOf(OUTSIDE_FLOW), ''),
  delegatedTo: optional('delegue_a', communeCode, ''),
};

/** The household as its designation says. */
export const PROPOSED_COLUMNS = {
  ...HOUSEHOLD_COLUMNS,
  appliedOn: optional('date_demande', calendarDay, '2022-05-04', PERSONAL),
  precarious: optional('situation_precaire', yesNo, 'N', PERSONAL),
  expectedBenefit: optional('aide_logement_estimee', money, '', PERSONAL),
  taxIncome: optional('revenu_fiscal', money, '', PERSONAL),
};

/** On what right it is designated. */
export const BASIS_COLUMNS = {
  basis: optional('fondement', oneOf(BASES), 'reservation'),
  holder: optional('code_reservataire', code, ''),
};

/** What the columns of a set hold, by field. */
export type ValuesOf<Columns> = {
  readonly [Field in keyof Columns]: Columns[Field] extends Column<infer Value> ? Value : never;
};

/** What a declaration gives: an absent cell of first letting is no. */
export function declarationOf({ reference, residence, firstLetting, ...given }: ValuesOf<typeof DECLARATION_COLUMNS>): {
  readonly given: GivenVacancy;
  readonly dwelling: DwellingReference;
} {
  return { given: { ...given, firstLetting: firstLetting ?? false }, dwelling: { residence, reference } };
}
