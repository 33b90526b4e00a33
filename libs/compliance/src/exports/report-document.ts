import type { Letterhead } from '#convention';
import {
  frenchCount,
  frenchDay,
  frenchRate,
  headOf,
  NONE,
  noticesOf,
  textsOf,
  unknownQuartilesText,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
} from '#documents';
import type { Figure } from '../figures/figure';
import type { ComplianceReport } from '../report';
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
export function complianceDocument(report: ComplianceReport, letterhead: Letterhead): PrintedDocument {
  const { from, to, targetsOn } = report;
  const groups = groupsOf(report);
  const period = `Baux signés du ${frenchDay(from)} au ${frenchDay(to)}`;
  const objectives = targetsOn === undefined ? [] : [`Objectifs en vigueur le ${frenchDay(targetsOn)}`];
  const isDetailed = groups.length <= MOST_DETAILED;
  return {
    ...headOf(COMPLIANCE_TITLE, letterhead, report, [period, ...objectives]),
    paper: groups.length > 1 ? 'landscape' : 'portrait',
    blocks: [
      ...warningsOf(report, groups),
      ...(groups.length > 1 ? [comparison(groups)] : []),
      ...(isDetailed ? groups.map((group) => detailOf(group, letterhead)) : []),
      ...meaning(report, isDetailed),
      { kind: 'signatures', signers: [`Pour ${letterhead.territory.label}`] },
    ],
  };
}

function warningsOf({ incompleteImport, targetsChanged }: ComplianceReport, groups: readonly Group[]): Block[] {
  return noticesOf(
    incompleteImport && 'Un import n’est pas écrit en entier : ces chiffres n’en contiennent qu’une partie.',
    targetsChanged &&
      'D’autres objectifs valaient un autre jour de la période : ceux du dernier jour la jugent tout entière.',
    groups.length === 0 && 'Rien à compter : aucun groupe n’a de chiffre sur cette période.',
  );
}

function comparison(groups: readonly Group[]): Block {
  const columns: readonly PrintedColumn[] = [
    { header: 'Code', align: 'left' },
    { header: scopeWord(groups[0]!.scope.kind), align: 'left', isWide: true },
    { header: 'Baux', align: 'right' },
    ...COMPARED.map(([, header]): PrintedColumn => ({ header, align: 'right' })),
  ];
  const rows = groups.map(({ scope, figures }) => {
    const figure = (code: string): Figure | undefined => figures.find((each) => each.code === code);
    const leases = frenchCount(figure('ALLOCATIONS')?.numerator ?? 0);
    return [scope.id, scope.label, leases, ...COMPARED.map(([code]) => frenchRate(figure(code)?.rate ?? null))];
  });
  return { kind: 'table', table: { title: 'Comparaison', columns, rows } };
}

function detailOf({ scope, figures }: Group, { publics }: Letterhead): Block {
  const counted = figures.filter(({ denominator }) => denominator > 0);
  const rows = counted.map(({ code, numerator, denominator, rate, target, status }) => [
    figureWords(code, publics).name,
    frenchCount(numerator),
    frenchCount(denominator),
    frenchRate(rate),
    targetWords(target) ?? NONE,
    status === null ? NONE : STATUSES[status],
  ]);
  const none = ['Aucun bail dans la période.', '', '', '', '', ''];
  return { kind: 'table', table: { title: nameOf(scope), columns: FIGURES, rows: rows.length > 0 ? rows : [none] } };
}

function nameOf({ kind, id, label }: Figure['scope']): string {
  return kind === 'epci' ? label : `${scopeWord(kind)} : ${label} (${id})`;
}

function meaning(report: ComplianceReport, isDetailed: boolean): Block[] {
  return textsOf(
    `${unknownQuartilesText(report, 'baux de la période')} Un quartile inconnu compte dans les dénominateurs et dans aucun quartile.`,
    'Un chiffre sans aucun bail au dénominateur n’est pas imprimé.',
    'Un bail compte le jour de sa signature ; sa résidence a le quartier prioritaire (QPV) et la note de fragilité de ce jour-là. Les chiffres par note laissent à part les premières mises en location.',
    !isDetailed && 'Le détail de chaque ligne est dans le classeur (XLSX) du même état.',
  );
}
