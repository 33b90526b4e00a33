import type { Letterhead } from '#convention';
import { frenchDay, headFacts, unknownQuartilesFact } from '#documents';
import {
  dataSheet,
  presentationSheet,
  sheet,
  type Definition,
  type OutColumn,
  type Table,
  type Workbook,
} from '#tables';
import type { Figure } from '../figures/figure';
import { isMasked, MASKED_TEXT, type ShownFigure, type ShownReport } from '../masking/shown-report';
import { maskedColumns, reportTable, STATUSES } from './report-table';
import { figureWords, scopeWord, targetWords } from './words';

/** A group of the report with its figures, in the order of the report. */
export interface Group {
  readonly scope: Figure['scope'];
  readonly figures: readonly ShownFigure[];
}

export const COMPLIANCE_TITLE = 'Les chiffres de la convention';
/** The figure that is a count and not a share. */
const COUNT = 'ALLOCATIONS';

const NOTES: readonly Definition[] = [
  {
    name: 'Période',
    text: 'Un bail compte le jour de sa signature, dans la période qui contient ce jour ; sa résidence a le QPV et la note de ce jour-là.',
  },
  {
    name: 'Quartile inconnu',
    text: 'Un bail dont le quartile est inconnu compte dans les dénominateurs et dans aucun quartile.',
  },
  {
    name: 'Case vide',
    text: 'Il n’y a pas de taux où le dénominateur est 0, ni de statut où il n’y a pas d’objectif à atteindre.',
  },
];

/**
 * The report for people who compare: a row for each group and a column for each figure, then every figure with its code, then its data.
 */
export function complianceWorkbook(report: ShownReport, letterhead: Letterhead): Workbook {
  const data = reportTable(report);
  return {
    sheets: [
      sheet(comparison(report, letterhead), 2),
      sheet(figuresTable(report, letterhead), 3),
      presentationSheet({
        title: COMPLIANCE_TITLE,
        facts: headFacts(letterhead, report, complianceFacts(report)),
        definitions: [...NOTES, ...maskedNotes(report), ...definitionsOf(report, letterhead)],
      }),
    ],
    data: dataSheet({ ...data, name: 'Données' }),
  };
}

function maskedNotes({ figures }: ShownReport): readonly Definition[] {
  return figures.some(isMasked) ? [{ name: 'Chiffre masqué', text: `Un effectif de ${MASKED_TEXT}.` }] : [];
}

/** The period and the objectives, and how much of the leases is known. */
export function complianceFacts(report: ShownReport): readonly (readonly [string, string])[] {
  const { from, to, targetsOn, targetsChanged } = report;
  const changed = targetsChanged ? ' ; d’autres objectifs valaient un autre jour de la période' : '';
  return [
    ['Période', `baux signés du ${frenchDay(from)} au ${frenchDay(to)}`],
    unknownQuartilesFact(report),
    ...(targetsOn === undefined ? [] : [['Objectifs', `en vigueur le ${frenchDay(targetsOn)}${changed}`] as const]),
  ];
}

export function groupsOf({ figures }: ShownReport): readonly Group[] {
  const groups = new Map<string, { scope: Figure['scope']; figures: ShownFigure[] }>();
  for (const figure of figures) {
    const group = groups.get(figure.scope.id);
    if (group) group.figures.push(figure);
    else groups.set(figure.scope.id, { scope: figure.scope, figures: [figure] });
  }
  return [...groups.values()];
}

function comparison(report: ShownReport, { publics }: Letterhead): Table<Group> {
  const groups = groupsOf(report);
  const columns = (groups[0]?.figures ?? []).map(({ code }, at): OutColumn<Group> => {
    const header = figureWords(code, publics).name;
    return code === COUNT
      ? { header, kind: 'integer', value: ({ figures }) => figures[at]!.numerator }
      : { header, kind: 'rate', value: ({ figures }) => figures[at]!.rate };
  });
  return {
    name: 'Comparaison',
    columns: [
      { header: 'Code', kind: 'text', value: ({ scope }) => scope.id },
      { header: scopeWord(groups[0]?.scope.kind ?? 'epci'), kind: 'text', value: ({ scope }) => scope.label },
      ...columns,
    ],
    rows: groups,
  };
}

function figuresTable(report: ShownReport, { publics }: Letterhead): Table<ShownFigure> {
  const columns: readonly OutColumn<ShownFigure>[] = [
    { header: 'Périmètre', kind: 'text', value: ({ scope }) => scopeWord(scope.kind) },
    { header: 'Code', kind: 'text', value: ({ scope }) => scope.id },
    { header: 'Nom', kind: 'text', value: ({ scope }) => scope.label },
    { header: 'Chiffre', kind: 'text', value: ({ code }) => figureWords(code, publics).name },
    { header: 'Code du chiffre', kind: 'text', value: ({ code }) => code },
    { header: 'Baux comptés', kind: 'integer', value: ({ numerator }) => numerator },
    { header: 'Sur', kind: 'integer', value: ({ denominator }) => denominator },
    { header: 'Taux', kind: 'rate', value: ({ rate }) => rate },
    { header: 'Objectif', kind: 'text', value: ({ target }) => targetWords(target) },
    { header: 'Statut', kind: 'text', value: ({ status }) => status && STATUSES[status] },
    ...maskedColumns(report),
  ];
  return { name: 'Chiffres', columns, rows: report.figures };
}

function definitionsOf(report: ShownReport, { publics }: Letterhead): readonly Definition[] {
  return (groupsOf(report)[0]?.figures ?? []).map(({ code }) => {
    const { name, definition } = figureWords(code, publics);
    return { name, text: definition, code };
  });
}
