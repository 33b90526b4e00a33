import type { OutColumn, Table } from '#tables';
import type { HalfYear, LandlordHalfYear } from '../figures/half-year';

/** The columns that describe one landlord. A table on the terminal has only these. */
export const LANDLORD_COLUMNS: readonly OutColumn<LandlordHalfYear>[] = [
  { header: 'code_bailleur', kind: 'text', value: ({ id }) => id },
  { header: 'bailleur', kind: 'text', value: ({ label }) => label },
  { header: 'attributions_hors_qpv', kind: 'integer', value: ({ outsideQpv }) => outsideQpv },
  { header: 'dont_premier_quartile_ou_relogement', kind: 'integer', value: ({ eligible }) => eligible },
  { header: 'taux', kind: 'decimal', value: ({ rate }) => rate },
  { header: 'objectif', kind: 'decimal', value: ({ target }) => target },
  { header: 'objectif_atteint', kind: 'yes-no', value: ({ met }) => met },
  { header: 'attributions_manquantes', kind: 'integer', value: ({ missing }) => missing },
];

/** The half-year as a table, one row for each landlord. Each row repeats the half-year and the instant of the figures. */
export function halfYearTable(halfYear: HalfYear): Table<LandlordHalfYear> {
  return { name: `Semestre ${halfYear.semester}`, columns: columnsOf(halfYear), rows: halfYear.landlords };
}

/** `mixite-prefet-2024-S1`, without its extension. */
export function halfYearFileName({ semester }: HalfYear): string {
  return `mixite-prefet-${semester}`;
}

function columnsOf(halfYear: HalfYear): readonly OutColumn<LandlordHalfYear>[] {
  return [
    { header: 'semestre', kind: 'text', value: () => halfYear.semester },
    { header: 'du', kind: 'day', value: () => halfYear.from },
    { header: 'au', kind: 'day', value: () => halfYear.to },
    ...LANDLORD_COLUMNS,
    { header: 'semestre_clos', kind: 'yes-no', value: () => halfYear.closed },
    { header: 'etat_au', kind: 'text', value: () => halfYear.asOf },
    { header: 'position', kind: 'text', value: () => halfYear.position },
  ];
}
