import type { OutColumn, Table } from '#tables';
import type { ShownDwelling } from './shown-dwelling';

const hundredths = (value: number | null): number | null => (value === null ? null : value / 100);

/** The columns of a dwelling, which every row about it repeats. */
export function dwellingColumns<Row>(of: (row: Row) => ShownDwelling): readonly OutColumn<Row>[] {
  const columns: readonly OutColumn<ShownDwelling>[] = [
    { header: 'vacance', title: 'Vacance', kind: 'text', value: ({ vacancy }) => vacancy },
    { header: 'code_residence', title: 'Code résidence', kind: 'text', value: ({ residence }) => residence.code },
    { header: 'residence', title: 'Résidence', kind: 'text', value: ({ residence }) => residence.name },
    { header: 'code_insee', title: 'Code INSEE', kind: 'text', value: ({ commune }) => commune.code },
    { header: 'commune', title: 'Commune', kind: 'text', value: ({ commune }) => commune.name },
    {
      header: 'codes_qpv',
      title: 'QPV',
      kind: 'text',
      value: ({ districts }) => districts.map(({ code }) => code).join('|') || null,
    },
    { header: 'note', title: 'Note de fragilité', kind: 'integer', value: ({ note }) => note },
    { header: 'sur_la_liste', title: 'Sur la liste du bailleur', kind: 'yes-no', value: ({ isListed }) => isListed },
    { header: 'typologie', title: 'Type', kind: 'text', value: ({ dwellingType }) => dwellingType },
    { header: 'financement', title: 'Financement', kind: 'text', value: ({ financing }) => financing },
    { header: 'surface', title: 'Surface (m²)', kind: 'decimal', value: ({ surface }) => hundredths(surface) },
    { header: 'loyer', title: 'Loyer (€)', kind: 'decimal', value: ({ rent }) => hundredths(rent) },
    { header: 'charges', title: 'Charges (€)', kind: 'decimal', value: ({ charges }) => hundredths(charges) },
    { header: 'date_liberation', title: 'Libre le', kind: 'day', value: ({ availableOn }) => availableOn },
    {
      header: 'code_reservataire',
      title: 'Réservataire du logement',
      kind: 'text',
      value: ({ holder }) => holder?.code ?? null,
    },
    { header: 'contingent', title: 'Contingent', kind: 'text', value: ({ holder }) => holder?.contingent ?? null },
  ];
  return columns.map(({ value, ...column }) => ({ ...column, value: (row: Row) => value(of(row)) }));
}

/** What tells one dwelling of a sitting from another. */
const BRIEF = ['residence', 'commune', 'codes_qpv', 'note', 'typologie'];

/** The rows of a table for people: the dwelling in brief, and no internal id. */
export function forPeople<Row>({ columns, ...table }: Table<Row>, own: readonly OutColumn<Row>[]): Table<Row> {
  const isShown = (column: OutColumn<Row>): boolean =>
    own.some(({ header }) => header === column.header) ? column.header !== 'candidat' : BRIEF.includes(column.header);
  return { ...table, columns: columns.filter(isShown) };
}

/** Each dwelling once, with all that is known of it. */
export function dwellingsTable<Row extends ShownDwelling>(
  rows: readonly Row[],
  more: readonly OutColumn<Row>[],
): Table<Row> {
  const columns = dwellingColumns<Row>((dwelling) => dwelling).filter(({ header }) => header !== 'vacance');
  return { name: 'Logements', columns: [...columns, ...more], rows };
}
