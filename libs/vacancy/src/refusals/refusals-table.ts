import { maskedColumns } from '#compliance';
import type { OutColumn, Table } from '#tables';
import type { RefusalKind, Refuser, Stage } from './candidacy';
import type { Dimension } from './refusal-counts';
import type { NamedRefusalFigure, RefusalsReport } from './refusals-report';

/* The coded words of the report as files say them. */

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  beforeCommission: 'avant la commission',
  commission: 'commission',
  afterCommission: 'après la commission',
};

const REFUSAL_WORDS: Readonly<Record<RefusalKind, string>> = {
  withdrawnByHousehold: 'retrait par le ménage',
  withdrawnByHolder: 'retrait par le réservataire',
  withdrawnByLandlord: 'retrait par le bailleur',
  deferred: 'report par la commission de quartier',
  notAllocated: 'non-attribution',
  inadmissible: 'irrecevabilité',
  declined: 'refus de l’offre',
  lapsed: 'offre sans réponse',
  lapsedByDocument: 'pièce non fournie',
};

const REFUSER_WORDS: Readonly<Record<Refuser, string>> = {
  household: 'ménage',
  holder: 'réservataire',
  landlord: 'bailleur',
  qpvCommission: 'commission de quartier',
  commission: 'commission d’attribution',
};

const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  all: 'ensemble',
  motive: 'motif',
  residence: 'résidence',
  holder: 'réservataire',
  composition: 'composition',
  quartile: 'quartile',
};

/** The columns that describe one count. A table on the terminal has only these. */
export const REFUSAL_COLUMNS: readonly OutColumn<NamedRefusalFigure>[] = [
  { header: 'etape', title: 'Étape', kind: 'text', value: ({ stage }) => STAGE_WORDS[stage] },
  {
    header: 'refus',
    title: 'Refus',
    kind: 'text',
    value: ({ refusal }) => (refusal === null ? 'tous' : REFUSAL_WORDS[refusal]),
  },
  { header: 'auteur', title: 'Qui refuse', kind: 'text', value: ({ by }) => by && REFUSER_WORDS[by] },
  { header: 'axe', title: 'Par', kind: 'text', value: ({ dimension }) => DIMENSION_WORDS[dimension] },
  { header: 'identifiant', title: 'Identifiant', kind: 'text', value: ({ id }) => id },
  { header: 'libelle', title: 'Libellé', kind: 'text', value: ({ label }) => label },
  { header: 'numerateur', title: 'Refus', kind: 'integer', value: ({ numerator }) => numerator },
  { header: 'denominateur', title: 'Candidats', kind: 'integer', value: ({ denominator }) => denominator },
  { header: 'taux', title: 'Taux', kind: 'rate', value: ({ rate }) => rate },
  { header: 'moyenne', title: 'Moyenne de l’ensemble', kind: 'rate', value: ({ mean }) => mean },
];

/** The report as a table. Every row repeats the days and the instant, so that rows copied into another file still show them. */
export function refusalsTable(report: RefusalsReport): Table<NamedRefusalFigure> {
  const columns: readonly OutColumn<NamedRefusalFigure>[] = [
    ...REFUSAL_COLUMNS,
    ...maskedColumns(report),
    { header: 'du', kind: 'day', value: () => report.from },
    { header: 'au', kind: 'day', value: () => report.to },
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
  ];
  return { name: 'Refus', columns, rows: report.figures };
}

/** `mixite-refus-2025-01-01-2025-12-31`, without its extension. */
export function refusalsFileName({ from, to }: RefusalsReport): string {
  return `mixite-refus-${from}-${to}`;
}
