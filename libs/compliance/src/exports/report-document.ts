import type { Letterhead } from '#convention';
import {
  frenchCount,
  frenchRate,
  leasesLine,
  NONE,
  objectivesLine,
  reportPaper,
  tableBlock,
  unknownQuartilesText,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import type { Figure } from '../figures/figure';
import { isMasked, MASKED_TEXT, type ShownFigure, type ShownReport } from '../masking/shown-report';
import { STATUSES } from './report-table';
import { COMPLIANCE_TITLE, groupsOf, type Group } from './report-workbook';
import { figureWords, scopeWord, targetWords } from './words';

const COUNT_WIDTH = 42;
const FIGURES: readonly PrintedColumn[] = [
  { header: 'Chiffre', align: 'left', isWide: true },
  { header: 'Baux', align: 'right', width: COUNT_WIDTH },
  { header: 'Sur', align: 'right', width: COUNT_WIDTH },
  { header: 'Taux', align: 'right', width: COUNT_WIDTH },
  { header: 'Objectif', align: 'left', width: 110 },
  { header: 'Statut', align: 'left', width: 62 },
];

/** The figures that a table of several groups compares: a sheet of paper has room for these. */
const COMPARED: readonly (readonly [code: string, header: string])[] = [
  ['Q1_REHOUSED_OUTSIDE_QPV', 'Hors QPV :\nQ1 ou relogés'],
  ['Q234_IN_QPV', 'En QPV :\nQ2 à Q4'],
  ['Q34_IN_QPV', 'En QPV :\nQ3 et Q4'],
  ['Q1', '1er\nquartile'],
  ['PRIORITY', 'Publics\nprioritaires'],
  ['HOME_WORK', 'Domicile-\ntravail'],
  ['TRANSFERS', 'Mutations'],
];
/** With more groups than this, a paper has only the comparison; the details are in the workbook. */
const MOST_DETAILED = 40;

/** The figures of the convention on paper: a comparison where there are several groups, then the figures of each. */
export function complianceDocument(report: ShownReport, letterhead: Letterhead): PrintedDocument {
  const groups = groupsOf(report);
  const isDetailed = groups.length <= MOST_DETAILED;
  const own: ReportPaper = {
    title: COMPLIANCE_TITLE,
    about: [leasesLine(report), objectivesLine(report.targetsOn)],
    paper: groups.length > 1 ? 'landscape' : 'portrait',
    contents: 'figures',
    notices: [
      report.targetsChanged &&
        'D’autres objectifs valaient un autre jour de la période : ceux du dernier jour la jugent tout entière.',
      report.figures.some(isMasked) && `Un chiffre sans effectif est masqué : ${MASKED_TEXT}.`,
      groups.length === 0 && 'Rien à compter : aucun groupe n’a de chiffre sur cette période.',
    ],
    blocks: [
      ...(groups.length > 1 ? [comparison(groups)] : []),
      ...(isDetailed ? groups.map((group) => detailOf(group, letterhead)) : []),
    ],
    meaning: [
      `${unknownQuartilesText(report, 'baux de la période')} Un quartile inconnu compte dans les dénominateurs et dans aucun quartile.`,
      'Un chiffre sans aucun bail au dénominateur n’est pas imprimé.',
      'Un bail compte le jour de sa signature ; sa résidence a le quartier prioritaire (QPV) et la note de fragilité de ce jour-là. Les chiffres par note laissent à part les premières mises en location.',
      !isDetailed && 'Le détail de chaque ligne est dans le classeur (XLSX) du même état.',
    ],
  };
  return reportPaper(own, letterhead, report);
}

function comparison(groups: readonly Group[]): Block {
  const columns: readonly PrintedColumn[] = [
    { header: 'Code', align: 'left' },
    { header: scopeWord(groups[0]!.scope.kind), align: 'left', isWide: true },
    { header: 'Baux', align: 'right' },
    ...COMPARED.map(([, header]): PrintedColumn => ({ header, align: 'right' })),
  ];
  const rows = groups.map(({ scope, figures }) => {
    const figure = (code: string): ShownFigure | undefined => figures.find((each) => each.code === code);
    const leases = countText(figure('ALLOCATIONS')?.numerator ?? null);
    return [scope.id, scope.label, leases, ...COMPARED.map(([code]) => frenchRate(figure(code)?.rate ?? null))];
  });
  return tableBlock(columns, rows, { title: 'Comparaison' });
}

function detailOf({ scope, figures }: Group, { publics }: Letterhead): Block {
  const counted = figures.filter(({ denominator }) => denominator !== 0);
  const rows = counted.map(({ code, numerator, denominator, rate, target, status }) => [
    figureWords(code, publics).name,
    countText(numerator),
    countText(denominator),
    frenchRate(rate),
    targetWords(target) ?? NONE,
    status === null ? NONE : STATUSES[status],
  ]);
  const none = ['Aucun bail dans la période.', '', '', '', '', ''];
  return tableBlock(FIGURES, rows.length > 0 ? rows : [none], { title: nameOf(scope) });
}

/** Nothing where it is masked. */
function countText(count: number | null): string {
  return count === null ? NONE : frenchCount(count);
}

function nameOf({ kind, id, label }: Figure['scope']): string {
  return kind === 'epci' ? label : `${scopeWord(kind)} : ${label} (${id})`;
}
