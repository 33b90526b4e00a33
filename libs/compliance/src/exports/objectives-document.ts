import { SINGLE_SCOPES, type Letterhead } from '#convention';
import {
  frenchCount,
  frenchRate,
  leasesLine,
  NONE,
  objectivesLine,
  reportPaper,
  tableBlock,
  unknownQuartilesText,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import type { ObjectiveLine } from '../objectives/line';
import type { ShownObjectives } from '../objectives/masked-objectives';
import { TRENDS } from './objectives-table';
import { OBJECTIVES_TITLE } from './objectives-workbook';
import { STATUSES } from './report-table';
import { objectiveWords, scopeWord } from './words';

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Objectif', align: 'left', isWide: true },
  { header: 'Pour', align: 'left', width: 150 },
  { header: 'Cible', align: 'left', width: 90 },
  { header: 'Baux', align: 'right', width: 34 },
  { header: 'Sur', align: 'right', width: 34 },
  { header: 'Taux', align: 'right', width: 42 },
  { header: 'Statut', align: 'left', width: 54 },
  { header: 'Manquantes', align: 'right', width: 52 },
  { header: 'Un an\nplus tôt', align: 'right', width: 42 },
  { header: 'Tendance', align: 'left', width: 44 },
];

/** The state of each objective on paper. */
export function objectivesDocument(report: ShownObjectives, letterhead: Letterhead): PrintedDocument {
  const { targetsOn, targetsChanged, objectives } = report;
  const own: ReportPaper = {
    title: OBJECTIVES_TITLE,
    about: [leasesLine(report), objectivesLine(targetsOn)],
    paper: 'landscape',
    contents: 'figures',
    notices: [
      targetsOn === undefined && 'Aucune convention n’est enregistrée.',
      targetsChanged && 'D’autres objectifs valaient un autre jour de la période.',
    ],
    blocks: [tableBlock(COLUMNS, objectives.map(rowOf))],
    meaning: [
      'Un bail compte le jour de sa signature. « Tendre vers » et « suivi » ne sont ni atteints ni manqués. Manquantes : le plus petit nombre d’attributions de plus qui atteindrait la cible. Un an plus tôt : le même chiffre aux mêmes jours de l’année précédente.',
      `${unknownQuartilesText(report, 'baux de la période')} Un quartile inconnu compte dans les dénominateurs et dans aucun quartile.`,
    ],
  };
  return reportPaper(own, letterhead, report);
}

function rowOf(line: ObjectiveLine): readonly string[] {
  const { label, scope, actor, numerator, denominator, rate, status, missing, previous, trend } = line;
  const whose = actor ? `${nameOf(scope)}\n${nameOf(actor)}` : nameOf(scope);
  return [
    label,
    whose,
    objectiveWords(line),
    counted(numerator),
    counted(denominator),
    frenchRate(rate),
    status === null ? NONE : STATUSES[status],
    counted(missing),
    frenchRate(previous.rate),
    trend === null ? NONE : TRENDS[trend],
  ];
}

function nameOf({ kind, label }: ObjectiveLine['scope']): string {
  // The label of the territory says by itself whether it is meant outside QPV.
  return SINGLE_SCOPES.includes(kind) ? label : `${scopeWord(kind)} : ${label}`;
}

function counted(count: number | null): string {
  return count === null ? NONE : frenchCount(count);
}
