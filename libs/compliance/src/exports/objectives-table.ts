import type { OutColumn, Table } from '#tables';
import type { ObjectiveLine } from '../objectives/line';
import type { ShownObjectives } from '../objectives/masked-objectives';
import { maskedColumns } from './report-table';
import { STATUSES } from './report-table';

export const TRENDS = { up: 'hausse', down: 'baisse', same: 'stable' } as const;
const OPERATORS: Readonly<Record<ObjectiveLine['operator'], string>> = {
  min: 'au moins',
  max: 'au plus',
  equal: 'égal à',
  tendTo: 'tendre vers',
  zero: 'aucune',
  monitor: 'suivi',
};

/** The columns that describe one line. A table on the terminal has only these. */
export const OBJECTIVE_COLUMNS: readonly OutColumn<ObjectiveLine>[] = [
  { header: 'code', kind: 'text', value: ({ code }) => code },
  { header: 'objectif', kind: 'text', value: ({ label }) => label },
  { header: 'chiffre', kind: 'text', value: ({ figure }) => figure },
  { header: 'perimetre', kind: 'text', value: ({ scope }) => scope.kind },
  { header: 'identifiant', kind: 'text', value: ({ scope }) => scope.id },
  { header: 'libelle', kind: 'text', value: ({ scope }) => scope.label },
  { header: 'acteur', kind: 'text', value: ({ actor }) => actor && actor.kind },
  { header: 'acteur_identifiant', kind: 'text', value: ({ actor }) => actor && actor.id },
  { header: 'operateur', kind: 'text', value: ({ operator }) => OPERATORS[operator] },
  { header: 'valeur', kind: 'text', value: ({ valueText }) => valueText },
  { header: 'numerateur', kind: 'integer', value: ({ numerator }) => numerator },
  { header: 'denominateur', kind: 'integer', value: ({ denominator }) => denominator },
  { header: 'taux', kind: 'rate', value: ({ rate }) => rate },
  { header: 'statut', kind: 'text', value: ({ status }) => status && STATUSES[status] },
  { header: 'manquantes', kind: 'integer', value: ({ missing }) => missing },
  { header: 'ecart', kind: 'text', value: distanceText },
  { header: 'taux_precedent', kind: 'rate', value: ({ previous }) => previous.rate },
  { header: 'tendance', kind: 'text', value: ({ trend }) => trend && TRENDS[trend] },
];

/** The report as a table, one row for each line. Each row repeats the period and the instant of the report. */
export function objectivesTable(report: ShownObjectives): Table<ObjectiveLine> {
  return {
    name: 'Objectifs',
    columns: [...OBJECTIVE_COLUMNS, ...maskedColumns({ figures: report.objectives }), ...columnsOf(report)],
    rows: report.objectives,
  };
}

/** `mixite-objectifs-2023-01-01-2023-12-31`, without its extension. */
export function objectivesFileName({ from, to }: ShownObjectives): string {
  return `mixite-objectifs-${from}-${to}`;
}

/** `−12,9 points` of a share, `+3` of a count; null where the objective has no value to reach. */
function distanceText({ distance, measure }: ObjectiveLine): string | null {
  if (distance === null) return null;
  const rounded = measure === 'count' ? distance : Math.round(distance * 1_000) / 10;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  const shown = `${sign}${String(Math.abs(rounded)).replace('.', ',')}`;
  return measure === 'count' ? shown : `${shown} points`;
}

function columnsOf(report: ShownObjectives): readonly OutColumn<ObjectiveLine>[] {
  return [
    { header: 'periode', kind: 'text', value: ({ period }) => period },
    { header: 'origine', kind: 'text', value: ({ origin }) => origin },
    { header: 'source', kind: 'text', value: ({ source }) => source },
    { header: 'date_debut', kind: 'day', value: ({ firstDay }) => firstDay },
    { header: 'date_fin', kind: 'day', value: ({ lastDay }) => lastDay },
    { header: 'du', kind: 'day', value: () => report.from },
    { header: 'au', kind: 'day', value: () => report.to },
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
    { header: 'objectifs_au', kind: 'day', value: () => report.targetsOn ?? null },
    { header: 'objectifs_modifies', kind: 'yes-no', value: () => report.targetsChanged ?? null },
  ];
}
