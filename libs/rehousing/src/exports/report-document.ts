import {
  footText,
  frenchCount,
  frenchDecimal,
  frenchMonth,
  frenchRate,
  NONE,
  noticesOf,
  stateText,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
} from '#documents';
import { DEFAULT_TIME_ZONE } from '#kernel';
import type { RehousingFigureCode } from '../figures/rehousing-figure';
import type { RehousingReport } from '../report';
import { progressRows, type ProgressRow } from './report-table';

const PROGRESS: readonly PrintedColumn[] = [
  { header: 'Opération', align: 'left', isWide: true },
  { header: 'Ménages\nà reloger', align: 'right' },
  { header: 'Relogés\ndéfinitivement', align: 'right' },
  { header: 'Relogés\ntemporairement', align: 'right' },
  { header: 'Restants', align: 'right' },
  { header: 'Rythme\nmensuel', align: 'right' },
  { header: 'Fin projetée', align: 'left' },
];

/** The same width in the table of each operation, so that the columns of all tables are aligned. */
const FIGURE_WIDTH = 45;
const FIGURES: readonly PrintedColumn[] = [
  { header: 'Parmi les ménages relogés définitivement', align: 'left', isWide: true },
  { header: 'Ménages', align: 'right', width: FIGURE_WIDTH },
  { header: 'Sur', align: 'right', width: FIGURE_WIDTH },
  { header: 'Taux', align: 'right', width: FIGURE_WIDTH },
];

const LABELS: Readonly<Record<RehousingFigureCode, string>> = {
  REHOUSED_OUTSIDE_QPV: 'hors quartier prioritaire (QPV), le jour de l’emménagement',
  REHOUSED_NEW_OR_UNDER_5_YEARS: 'dans un logement neuf ou de moins de cinq ans',
  REHOUSED_NEW: 'dans un logement neuf',
  COST_CONSTANT_UNDER_40: 'ressources sous 40 % du plafond : reste à charge constant ou en baisse',
  COST_CONSTANT_UNDER_40_PER_M2: 'ressources sous 40 % du plafond : reste à charge au m² constant ou en baisse',
  COST_RISE_WITH_IMPROVEMENT_40_100:
    'ressources de 40 à 100 % du plafond : reste à charge constant, ou logement amélioré',
};

/** The report for the rehousing committee on paper: the figures of `rehousingTable`, with an explanation of them. */
export function rehousingDocument(report: RehousingReport): PrintedDocument {
  const { territory, asOf, position } = report;
  const source = { asOf, position, timeZone: territory?.timeZone ?? DEFAULT_TIME_ZONE };
  const rows = progressRows(report);
  return {
    title: 'Relogements NPNRU : état pour le comité de relogement',
    about: [...(territory ? [territory.label] : []), stateText(source)],
    foot: footText(source),
    paper: 'portrait',
    asOf,
    blocks: [...warningsOf(report), progressTable(rows), meaning(), ...rows.map(sectionOf)],
  };
}

function warningsOf({ incompleteImport, operations }: RehousingReport): Block[] {
  return noticesOf(
    incompleteImport && 'Un import n’est pas écrit en entier : cet état n’en contient qu’une partie.',
    operations.length === 0 && 'Aucune opération n’était enregistrée.',
  );
}

function progressTable(rows: readonly ProgressRow[]): Block {
  const written = rows.map(progressCells);
  return { kind: 'table', table: { columns: PROGRESS, rows: written.slice(0, -1), total: written.at(-1) } };
}

function progressCells(row: ProgressRow): readonly string[] {
  const { planned, completed, temporary, remaining, pacePerMonth, forecastEnd } = row;
  return [
    nameOf(row),
    ...[planned, completed, temporary, remaining].map(frenchCount),
    frenchDecimal(pacePerMonth),
    forecastEnd === null ? NONE : frenchMonth(forecastEnd),
  ];
}

function nameOf({ id, label }: ProgressRow): string {
  return id === null ? label : `${label} (${id})`;
}

function meaning(): Block {
  const text =
    'Rythme mensuel : relogements définitifs des six derniers mois entiers, divisés par six. Fin projetée : le mois où, à ce rythme, il ne reste plus personne ; sans rythme, aucune. Ce qui n’est pas connu d’un ménage n’est jamais compté comme un oui.';
  return { kind: 'text', text };
}

function sectionOf(row: ReturnType<typeof progressRows>[number]): Block {
  const rows = row.figures.map(({ code, numerator, denominator, rate }) => [
    LABELS[code],
    frenchCount(numerator),
    frenchCount(denominator),
    frenchRate(rate),
  ]);
  return { kind: 'section', title: nameOf(row), table: { columns: FIGURES, rows } };
}
