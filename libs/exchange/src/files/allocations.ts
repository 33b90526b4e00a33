import { HOUSEHOLD_COLUMNS, type Lease } from '#allocation';
import { calendarDay, code, oneOf, yesNo } from '#cells';
import { DWELLING_TYPES, FINANCINGS } from '#territory';
import { defineFile, optional, required, type Column, type FileSpec, type ReportField } from '../reading/spec';
import { euros, warnOfHouseholdNumber } from './doubts';

/** A row of attributions.csv. Communes are codes as given; income is in cents. */
export type AllocationRow = Lease;

const PERSONAL = { personal: true };
/** Usual yearly incomes, in cents. A lower one looks like the income of a month, a higher one like cents. Both may be true. */
const USUAL_INCOME = { min: 400_000, max: 20_000_000 };
/** Words and signs by which people write "none". */
const NONE =
  /^(?:n|non|0|-+|\/|aucune?|n[ée]ant|sans(?: objet)?|s\.?o\.?|pas (?:de )?priorit(?:aire|[ée])|non prioritaire|faux|n\/?a)\.?$/i;

/** A public of the convention, and its column of yes and no. */
export interface PublicColumn {
  readonly code: string;
  readonly column: string;
}

const WITHOUT_PUBLICS: FileSpec<Omit<AllocationRow, 'publics'>> = defineFile({
  file: 'attributions.csv',
  key: ['allocationNumber'],
  columns: {
    allocationNumber: required('numero_attribution', code, 'ATT-1', PERSONAL),
    signedOn: required('date_bail', calendarDay, '2024-03-15'),
    commissionOn: optional('date_caleol', calendarDay, '2024-02-20'),
    residence: required('code_residence', code, 'RES-1', { references: 'residences.csv' }),
    dwellingReference: required('reference_logement', code, 'LOG-1', PERSONAL),
    dwellingType: optional('typologie', oneOf(DWELLING_TYPES), 'T3'),
    financing: optional('financement', oneOf(FINANCINGS), 'PLUS'),
    firstLetting: optional('premiere_mise_en_location', yesNo, 'N'),
    cancelled: optional('annulee', yesNo, 'N'),
    holder: required('code_reservataire', code, 'COMMUNE-78621', { references: 'reservataires.csv' }),
    ...HOUSEHOLD_COLUMNS,
  },
  check: (row, _fault, warning) => warnOfHousehold(row, warning),
});

type HouseholdCells = Pick<
  AllocationRow,
  'householdNumber' | 'income' | 'essentialWorker' | 'professionalMobility' | 'workCommune' | 'priorityCategory'
>;

/** What is doubtful in the columns about a household. */
export function warnOfHousehold(row: HouseholdCells, warning: ReportField): void {
  warnOfHouseholdNumber(row, warning);
  warnOfIncome(row, warning);
  warnOfCategory(row, warning);
}

function warnOfIncome(row: HouseholdCells, warning: ReportField): void {
  const { income, essentialWorker, professionalMobility, workCommune } = row;
  const works = essentialWorker === true || professionalMobility === true || workCommune !== null;
  if (income === null) return;
  if (income === 0 && works)
    warning('income', 'ressources nulles d’un ménage qui travaille : laissez vide si elles sont inconnues');
  if (income > 0 && income < USUAL_INCOME.min)
    warning(
      'income',
      `ces ressources se lisent comme celles d’un mois : ${euros(income)} × 12 = ${euros(income * 12)} par an ?`,
    );
  if (income > USUAL_INCOME.max)
    warning('income', `ces ressources se lisent comme des centimes : ${euros(income / 100)} par an ?`);
}

/** Any text in this cell makes the household a priority, so a word for "none" would count too. */
function warnOfCategory({ priorityCategory }: Pick<AllocationRow, 'priorityCategory'>, warning: ReportField): void {
  if (priorityCategory !== null && NONE.test(priorityCategory))
    warning('priorityCategory', 'toute valeur compte comme prioritaire : laissez vide si le ménage ne l’est pas');
}

/** "No", an empty cell and an absent column mean the same, also in the canonical row: unknown is never yes. */
const belongs = { ...yesNo, canonical: (yes: boolean | null) => (yes === true ? 'O' : '') };

/** The file with a column for each of those publics. The row has one list of their codes. */
export function withPublics<Row extends object>(
  file: FileSpec<Row>,
  publics: readonly PublicColumn[],
): FileSpec<Row & { readonly publics: readonly string[] }> {
  const sorted = [...publics].sort((a, b) => (a.code < b.code ? -1 : 1));
  const columns = sorted.map(({ code, column }): Column & { readonly field: string } => ({
    field: `publics.${code}`,
    ...(optional(column, belongs, 'N', { added: true }) as Column),
  }));
  return {
    ...file,
    columns: [...file.columns, ...columns],
    gathered: { field: 'publics', items: sorted.map(({ code }) => code) },
  } as unknown as FileSpec<Row & { readonly publics: readonly string[] }>;
}

/** Signed leases. */
export function allocationsFile(publics: readonly PublicColumn[]): FileSpec<AllocationRow> {
  return withPublics(WITHOUT_PUBLICS, publics) as FileSpec<AllocationRow>;
}

/** The file of a territory without publics in its convention. */
export const ALLOCATIONS = allocationsFile([]);
