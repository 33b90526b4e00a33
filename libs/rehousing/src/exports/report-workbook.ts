import { MASKED_TEXT, REHOUSING_FIGURE_NAMES } from '#compliance';
import type { Letterhead } from '#convention';
import { headFacts } from '#documents';
import { dataSheet, presentationSheet, sheet, type Definition, type OutColumn, type Workbook } from '#tables';
import { REHOUSING_FIGURE_CODES } from '../figures/rehousing-figure';
import type { ShownRehousing } from '../masking/masked-rehousing';
import {
  hasMasked,
  maskedColumns,
  progressRows,
  PROGRESS_COLUMNS,
  rehousingTable,
  type RehousingRow,
} from './report-table';

export const REHOUSING_TITLE = 'Relogements NPNRU : état pour le comité de relogement';

export const PROGRESS_MEANING =
  'Rythme mensuel : relogements définitifs des six derniers mois entiers, divisés par six. Fin projetée : le mois où, à ce rythme, il ne reste plus personne ; sans rythme, aucune. Ce qui n’est pas connu d’un ménage n’est jamais compté comme un oui.';

type Row = ReturnType<typeof progressRows>[number];

/** The report for people who compare: one row for each operation, with its progress and a column for each figure. */
export function rehousingWorkbook(report: ShownRehousing, letterhead: Letterhead): Workbook {
  return {
    sheets: [
      sheet(
        {
          name: 'Opérations',
          columns: [...PROGRESS_COLUMNS, ...figureColumns(), ...maskedColumns(report, hasMasked)],
          rows: progressRows(report),
        },
        2,
      ),
      sheet(
        {
          name: 'Chiffres',
          columns: [...detailColumns(), ...maskedColumns(report, ({ figure }: RehousingRow) => 'masked' in figure)],
          rows: rowsOf(report),
        },
        2,
      ),
      presentationSheet({
        title: REHOUSING_TITLE,
        facts: headFacts(letterhead, report, []),
        definitions: [...definitions(), ...maskedDefinition(report)],
      }),
    ],
    data: dataSheet({ ...rehousingTable(report), name: 'Données' }),
  };
}

function figureColumns(): readonly OutColumn<Row>[] {
  return REHOUSING_FIGURE_CODES.map((code, at) => ({
    header: REHOUSING_FIGURE_NAMES[code],
    kind: 'rate',
    value: ({ figures }) => figures[at]!.rate,
  }));
}

function detailColumns(): readonly OutColumn<RehousingRow>[] {
  return [
    { header: 'Code', kind: 'text', value: ({ of }) => of.id },
    { header: 'Opération', kind: 'text', value: ({ of }) => of.label },
    {
      header: 'Parmi les ménages relogés définitivement',
      kind: 'text',
      value: ({ figure }) => REHOUSING_FIGURE_NAMES[figure.code],
    },
    { header: 'Code du chiffre', kind: 'text', value: ({ figure }) => figure.code },
    { header: 'Ménages', kind: 'integer', value: ({ figure }) => figure.numerator },
    { header: 'Sur', kind: 'integer', value: ({ figure }) => figure.denominator },
    { header: 'Taux', kind: 'rate', value: ({ figure }) => figure.rate },
  ];
}

function rowsOf(report: ShownRehousing): readonly RehousingRow[] {
  return progressRows(report).flatMap((of) => of.figures.map((figure) => ({ of, figure })));
}

function maskedDefinition(report: ShownRehousing): readonly Definition[] {
  if (!progressRows(report).some(hasMasked)) return [];
  return [{ name: 'Chiffre masqué', text: `Un effectif de ${MASKED_TEXT}.` }];
}

function definitions(): readonly Definition[] {
  return [
    { name: 'Rythme et fin projetée', text: PROGRESS_MEANING },
    ...REHOUSING_FIGURE_CODES.map((code) => ({
      name: REHOUSING_FIGURE_NAMES[code],
      text: 'Parmi les ménages relogés définitivement.',
      code,
    })),
  ];
}
