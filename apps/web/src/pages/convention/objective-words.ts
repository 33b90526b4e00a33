import type { components } from '../../api/schema';
import { count, percent, plural, points, targetPercent } from '../../format/numbers';
import type { StatusKind } from '../../parts/Status';
import { scopeWord } from '../../words/figures';

export type Objective = components['schemas']['ObjectiveLineDto'];

/** What the words of an objective need of it. */
export type Worded = Pick<Objective, 'operator' | 'measure' | 'value' | 'valueText'>;
type Judged = Worded & Pick<Objective, 'status' | 'missing' | 'distance' | 'numerator' | 'denominator' | 'masked'>;

const SIGNS: Readonly<Record<string, string>> = { min: '≥', max: '≤', equal: '=', tendTo: '→' };
const AT: Readonly<Record<string, string>> = {
  min: 'au moins',
  max: 'au plus',
  equal: 'exactement',
  tendTo: 'tendre vers',
};

/** « ≥ 25 % », « ≤ 1/3 (33,3 %) », « aucune »; empty where nothing is aimed at. */
export function targetText(objective: Worded): string {
  if (objective.operator === 'zero') return 'aucune';
  if (objective.value === null) return '';
  return `${SIGNS[objective.operator] ?? ''} ${valueText(objective)}`.trim();
}

/** « au moins 25 % », « tendre vers 29 % », « suivi, sans cible ». */
export function aimText(objective: Worded): string {
  if (objective.operator === 'zero') return 'aucune attribution';
  if (objective.operator === 'monitor' || objective.value === null) return 'suivi, sans cible';
  return `${AT[objective.operator] ?? ''} ${valueText(objective)}`.trim();
}

/** A share that the convention writes « 1/3 » is given in both ways. */
function valueText({ measure, value, valueText: written }: Worded): string {
  if (measure !== 'share') return written ?? count(value);
  return written?.includes('/') ? `${written} (${targetPercent(value!)})` : targetPercent(value!);
}

/** The state of an objective: a shape and words. A reference is never « missed ». */
export function stateOf(line: Judged): { readonly kind: StatusKind; readonly text: string } {
  if (line.masked) return { kind: 'plain', text: 'Masqué : petit effectif' };
  if (line.status === 'met') return { kind: 'met', text: 'Atteint' };
  if (line.status === 'missed') return { kind: 'missed', text: missedText(line) };
  if (line.numerator === null) return { kind: 'plain', text: 'Rien n’est compté' };
  if (line.measure === 'share' && line.denominator === 0) return { kind: 'plain', text: 'Sans objet : aucun bail' };
  if (line.operator === 'tendTo' && line.value !== null && line.distance !== null)
    return { kind: 'plain', text: `Repère ${valueText(line)}, écart ${gapText(line)}` };
  return { kind: 'plain', text: 'Suivi' };
}

function missedText({ operator, missing, distance, measure, numerator }: Judged): string {
  if (operator === 'zero') return `Non atteint, ${count(numerator)} de trop`;
  const isAbove = distance !== null && distance > 0;
  if (missing && isAbove) return `Dépassé, il faut ${plural(missing, 'bail', 'baux')} d’autres ménages`;
  if (missing) return `Non atteint, il en manque ${count(missing)}`;
  return distance === null ? 'Non atteint' : `Non atteint, écart ${gapText({ distance, measure })}`;
}

/** How far from the value: points of a share, or a count. */
export function gapText({ distance, measure }: Pick<Judged, 'distance' | 'measure'>): string {
  if (distance === null) return '';
  return measure === 'share' ? points(distance) : count(distance);
}

/** « ↗ +1,2 point »; empty where there is no year before. */
export function changeText({ change, trend }: Pick<Objective, 'change' | 'trend'>): string {
  if (change === null) return '';
  return `${{ up: '↗', down: '↘', same: '→' }[trend ?? 'same'] ?? ''} ${points(change)}`;
}

/** « 100 objectifs : 9 non atteints, 31 atteints, 60 suivis ou sans objet ». */
export function summaryText(lines: readonly Objective[]): string {
  const of = (status: string) => lines.filter((line) => line.status === status).length;
  const [missed, met] = [of('missed'), of('met')];
  const other = lines.length - missed - met;
  const told = [
    `${count(missed)} ${missed < 2 ? 'non atteint' : 'non atteints'}`,
    `${count(met)} ${met < 2 ? 'atteint' : 'atteints'}`,
    `${count(other)} ${other < 2 ? 'suivi ou sans objet' : 'suivis ou sans objet'}`,
  ];
  return `${count(lines.length)} ${lines.length < 2 ? 'objectif' : 'objectifs'} : ${told.join(', ')}.`;
}

/** « 12,1 %, soit 142 sur 1 178 ». */
export function shareText({ rate, numerator, denominator }: Pick<Objective, 'rate' | 'numerator' | 'denominator'>) {
  return `${percent(rate)}, soit ${count(numerator)} sur ${count(denominator)}`;
}

/** Of what an objective speaks: « le territoire entier », « chaque contingent », « 6 contingents ». */
export function whereText({ kind, ids }: { readonly kind: string; readonly ids?: readonly string[] | null }): string {
  if (kind === 'epci') return 'le territoire entier';
  if (kind === 'hors_qpv') return 'ce qui est hors QPV';
  const word = scopeWord(kind).toLowerCase();
  if (!ids) return `chaque ${word}`;
  if (ids.length === 1) return FEMININE.includes(kind) ? `une ${word}` : `un ${word}`;
  return kind === 'qpv' ? `${ids.length} quartiers prioritaires` : `${ids.length} ${word}s`;
}

const FEMININE = ['commune', 'residence', 'operation'];
