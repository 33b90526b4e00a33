import type { Letterhead } from '#convention';
import { frenchDay, headFacts } from '#documents';
import { dataSheet, presentationSheet, sheet, type Definition, type OutColumn, type Workbook } from '#tables';
import type { FlowCheck } from '../figures/checks';
import type { LandlordFlow } from '../figures/flow';
import type { FlowReport } from '../report';
import { flowLandlords, flowTable, SHARE_COLUMNS, shareRows, STATEMENT_COLUMNS, statementRows } from './flow-table';
import { CHECK_WORDS, FLOW_TITLE } from './words';

interface CheckRow {
  readonly landlord: LandlordFlow;
  readonly check: FlowCheck;
}

const CHECK_COLUMNS: readonly OutColumn<CheckRow>[] = [
  { header: 'code_bailleur', title: 'SIREN ou code', kind: 'text', value: ({ landlord }) => landlord.id },
  { header: 'bailleur', title: 'Bailleur', kind: 'text', value: ({ landlord }) => landlord.label },
  { header: 'controle', title: 'Contrôle (R. 441-5-2)', kind: 'text', value: ({ check }) => CHECK_WORDS[check.code] },
  { header: 'limite', title: 'Limite', kind: 'rate', value: ({ check }) => check.limit },
  { header: 'part', title: 'Part convenue', kind: 'rate', value: ({ check }) => check.share },
  {
    header: 'part_respectee',
    title: 'Convention dans la limite',
    kind: 'yes-no',
    value: ({ check }) => check.shareMet,
  },
  { header: 'donnes', title: 'Logements donnés', kind: 'integer', value: ({ check }) => check.given },
  { header: 'part_donnee', title: 'Part donnée', kind: 'rate', value: ({ check }) => check.givenShare },
  { header: 'donnes_respectes', title: 'Flux dans la limite', kind: 'yes-no', value: ({ check }) => check.givenMet },
];

interface QuarterRow {
  readonly landlord: LandlordFlow;
  readonly holder: string;
  readonly whom: string;
  readonly given: number;
  readonly allocated: number;
}

const QUARTER_COLUMNS: readonly OutColumn<QuarterRow>[] = [
  { header: 'code_bailleur', title: 'SIREN ou code', kind: 'text', value: ({ landlord }) => landlord.id },
  { header: 'bailleur', title: 'Bailleur', kind: 'text', value: ({ landlord }) => landlord.label },
  { header: 'reservataire', title: 'Réservataire', kind: 'text', value: ({ holder }) => holder },
  { header: 'designe', title: 'Qui désigne', kind: 'text', value: ({ whom }) => whom },
  { header: 'donnes', title: 'Logements donnés', kind: 'integer', value: ({ given }) => given },
  { header: 'attribues', title: 'Logements attribués', kind: 'integer', value: ({ allocated }) => allocated },
];

export const FLOW_DEFINITIONS: readonly Definition[] = [
  {
    name: 'Logements donnés',
    text: 'Les logements orientés dans l’année vers le réservataire, le dernier à les avoir reçus. Un logement compte une fois. Ceux qui sont hors des flux (R. 441-5) ne comptent dans aucune part.',
    code: 'donnes',
  },
  {
    name: 'Logements dus',
    text: 'La part convenue de tous les logements donnés par le bailleur jusqu’ici, au millionième près.',
    code: 'dus',
  },
  {
    name: 'Logements manquants',
    text: 'Le plus petit nombre de logements de plus, tous au réservataire, qui atteindrait sa part.',
    code: 'manquants',
  },
  {
    name: 'Logements proposés',
    text: 'Les logements orientés dans l’année vers le réservataire, aussi ceux qu’il a rendus ou que le bailleur a repris.',
    code: 'proposes',
  },
  {
    name: 'Logements attribués',
    text: 'Les baux signés dans l’année et non annulés, aussi ceux d’un fichier, qui ne disent pas d’orientation.',
    code: 'attribues',
  },
  {
    name: 'Période de construction',
    text: 'Celle du jour de mise en service de la résidence.',
    code: 'periode_construction',
  },
  {
    name: 'Exclus par la convention',
    text: 'Le nombre de logements que la convention de réservation retire d’avance du flux. Il est montré à côté de ce qui a été hors des flux, et ne change aucun calcul.',
    code: 'exclus',
  },
];

/** The report for people who compare: shares, statement, checks and quarters, each on a sheet of its own. */
export function flowWorkbook(report: FlowReport, letterhead: Letterhead): Workbook {
  const landlords = flowLandlords(report);
  const about = [
    ['Année', String(report.year)],
    ['À transmettre', `avant le ${frenchDay(report.dueBefore)} (R. 441-5-1)`],
  ] as const;
  return {
    sheets: [
      sheet({ name: 'Parts', columns: SHARE_COLUMNS, rows: shareRows(report) }, 4),
      sheet({ name: 'Bilan', columns: STATEMENT_COLUMNS, rows: statementRows(report) }, 4),
      sheet({ name: 'Contrôles', columns: CHECK_COLUMNS, rows: landlords.flatMap(checkRows) }, 2),
      sheet({ name: 'Quarts de l’EPCI', columns: QUARTER_COLUMNS, rows: landlords.flatMap(quarterRows) }, 2),
      presentationSheet({
        title: FLOW_TITLE,
        facts: headFacts(letterhead, report, about),
        definitions: FLOW_DEFINITIONS,
      }),
    ],
    data: dataSheet({ ...flowTable(report), name: 'Données' }),
  };
}

function checkRows(landlord: LandlordFlow): readonly CheckRow[] {
  return landlord.checks.map((check) => ({ landlord, check }));
}

function quarterRows(landlord: LandlordFlow): readonly QuarterRow[] {
  return landlord.holders.flatMap(({ label: holder, quarters }) =>
    quarters === null
      ? []
      : [
          { landlord, holder, whom: 'EPCI', ...quarters.own },
          ...quarters.delegated.map(({ label: whom, given, allocated }) => ({
            landlord,
            holder,
            whom,
            given,
            allocated,
          })),
        ],
  );
}
