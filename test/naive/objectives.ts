import { cell, type Import } from './cells';
import type { NaiveFigure, NaiveQuery } from './compliance';
import { figuresWith, type FigureRule } from './figures';
import { aimsOf, judged, type Count, type NaiveJudgement } from './judging';
import { Knowledge } from './knowledge';
import { leasesBetween, type Lease } from './lease';
import { missingFor } from './missing';
import {
  objectivesOn,
  publicsOf,
  sectorsOf,
  type WrittenConvention,
  type WrittenObjective,
  type WrittenScope,
} from './written-convention';

/** An objective for one entity of its scope and, where it has an actor, for one entity of the actor. */
export interface NaiveObjective extends Count, NaiveJudgement {
  readonly code: string;
  readonly figure: string;
  readonly kind: string;
  readonly id: string;
  readonly actor: string | null;
  readonly rate: number | null;
  readonly missing: number | null;
  readonly previous: Count;
  readonly trend: 'up' | 'down' | 'same' | null;
}

/** The files known at an instant: the rows of the imports, and each convention file that an import brought. */
export interface KnownFiles {
  readonly imports: readonly Import[];
  readonly conventions: readonly WrittenConvention[];
}

/** Recomputes `report objectives` from the files alone: the objectives in force on the last day, each counted lease by lease. */
export function naiveObjectives(files: KnownFiles, { from, to }: Pick<NaiveQuery, 'from' | 'to'>): NaiveObjective[] {
  const known = new Knowledge(files.imports);
  const publics = publicsOf(files.conventions);
  const now = leasesBetween(known, from, to, publics);
  const before = leasesBetween(known, yearBefore(from), yearBefore(to), publics);
  const rules = [...figuresWith(publics), ...UNPRINTED];
  return objectivesOn(files.conventions, to).flatMap((objective) =>
    placesOf(files, known, objective, now).map(({ id, actor, has }) => {
      const rule = rules.find(([code]) => code === objective.figure)!;
      const count = countOf(rule, now.filter(has));
      const previous = countOf(rule, before.filter(has));
      return {
        code: objective.code,
        figure: objective.figure,
        kind: objective.portee.type,
        id,
        actor,
        ...count,
        rate: count.denominator === 0 ? null : count.numerator / count.denominator,
        ...judged(count, [objective]),
        missing: missingFor(count, objective),
        previous,
        trend: trendOf(count, previous),
      };
    }),
  );
}

/** The query with the publics and the sectors of the convention: figures count the publics, and sectors are groups. */
export function queryWith({ conventions }: KnownFiles, query: NaiveQuery): NaiveQuery {
  return { ...query, publics: publicsOf(conventions), sectors: sectorsOf(conventions).map(({ code }) => code) };
}

/** The judgement of a figure of `report compliance`, by every objective about it and its scope in force on the last day. */
export function judgementOf(files: KnownFiles, to: string, { code, scope, ...count }: NaiveFigure): NaiveJudgement {
  const aiming = objectivesOn(files.conventions, to).filter(
    ({ figure, portee, acteur }) => figure === code && !acteur && coversGroup(portee, scope.kind, scope.id),
  );
  return judged(count, aiming);
}

/** The objectives in force on each day of a period, the last day included. A day with the same objectives as the day before is left out. */
export function dailyObjectives(
  conventions: readonly WrittenConvention[],
  from: string,
  to: string,
): WrittenObjective[][] {
  const days: WrittenObjective[][] = [];
  for (let day = from; day <= to; day = dayAfter(day)) {
    const objectives = objectivesOn(conventions, day);
    const before = days.at(-1);
    if (before?.length !== objectives.length || objectives.some((each, at) => each !== before[at]))
      days.push(objectives);
  }
  return days;
}

/**
 * Whether the objectives that judge figures of the scope on some day differ from those of the last day. With `every`,
 * all the objectives are compared, also those with an actor and those only monitored.
 */
export function changedWithin(days: readonly (readonly WrittenObjective[])[], scope: string): boolean {
  const kinds = scope === 'reservataire' ? [scope, 'contingent'] : [scope];
  const counts = (of: WrittenObjective) =>
    scope === 'every' || (kinds.includes(of.portee.type) && !of.acteur && aimsOf(of).length > 0);
  const texts = days.map((objectives) =>
    objectives
      .filter(counts)
      .map((of) => JSON.stringify([of.code, of.figure, of.portee, of.acteur, of.operateur, of.valeur]))
      .sort()
      .join(),
  );
  return texts.some((each) => each !== texts.at(-1));
}

function coversGroup({ type, identifiants }: WrittenScope, kind: string, id: string): boolean {
  if (type === 'epci') return kind === 'epci';
  const [group, own] = type === 'contingent' ? ['reservataire', id.replace(/^contingent:/, '')] : [kind, id];
  if (kind !== group || (type === 'contingent') !== id.startsWith('contingent:')) return false;
  return (type === 'contingent' || type === kind) && (!identifiants || identifiants.includes(own!));
}

/** Objectives may name these figures, although no report prints them. */
const UNPRINTED: readonly FigureRule[] = [
  ['Q1_REHOUSED', ({ quartile, rehoused }: Lease) => quartile === '1' || rehoused, () => true],
  ['Q12_FRAGILITY_LOW_MEDIUM', (lease) => hasLowNote(lease) && isQ12(lease), hasLowNote],
  ['Q34_FRAGILITY_LOW_MEDIUM', (lease) => hasLowNote(lease) && isQ34(lease), hasLowNote],
];

function hasLowNote({ gridNote }: Lease): boolean {
  return gridNote !== null && gridNote <= 3;
}

function isQ12({ quartile }: Lease): boolean {
  return quartile === '1' || quartile === '2';
}

function isQ34({ quartile }: Lease): boolean {
  return quartile === '3' || quartile === '4' || quartile === '3-4';
}

interface Place {
  readonly id: string;
  readonly actor: string | null;
  readonly has: (lease: Lease) => boolean;
}

function placesOf(
  files: KnownFiles,
  known: Knowledge,
  { portee, acteur }: WrittenObjective,
  leases: readonly Lease[],
): Place[] {
  const of = (scope: WrittenScope) => scope.identifiants ?? entitiesOf(files, known, scope.type, leases);
  return of(portee).flatMap((id): Place[] => {
    const here = (lease: Lease) => isIn(lease, portee.type, id);
    if (!acteur) return [{ id, actor: null, has: here }];
    return of(acteur).map((actor) => ({
      id,
      actor: `${acteur.type} ${actor}`,
      has: (lease) => here(lease) && isIn(lease, acteur.type, actor),
    }));
  });
}

const FILES: Readonly<Record<string, readonly [file: string, column: string]>> = {
  commune: ['communes.csv', 'code_insee'],
  bailleur: ['bailleurs.csv', 'code_bailleur'],
  reservataire: ['reservataires.csv', 'code_reservataire'],
  qpv: ['qpv.csv', 'code_qpv'],
  residence: ['residences.csv', 'code_residence'],
};

const CONTINGENTS = [
  'etat',
  'etat_fonctionnaires',
  'commune',
  'epci',
  'action_logement',
  'departement',
  'bailleur',
  'autre',
];

/** Every entity of a kind; for residences and QPV, those that have a lease in the period. */
function entitiesOf({ conventions }: KnownFiles, known: Knowledge, type: string, leases: readonly Lease[]): string[] {
  if (type === 'epci' || type === 'hors_qpv') return [conventions[0]?.territoire.siren ?? 'epci'];
  if (type === 'secteur') return sectorsOf(conventions).map(({ code }) => code);
  if (type === 'contingent') return CONTINGENTS;
  const [file, column] = FILES[type]!;
  const codes = known.all(file).map((row) => cell(row, column));
  if (type !== 'residence' && type !== 'qpv') return codes;
  return codes.filter((code) => leases.some((lease) => isIn(lease, type, code)));
}

function isIn(lease: Lease, type: string, id: string): boolean {
  switch (type) {
    case 'epci':
      return true;
    case 'hors_qpv':
      return lease.districts.length === 0;
    case 'commune':
      return lease.commune === id;
    case 'secteur':
      return lease.sector === id;
    case 'bailleur':
      return lease.landlord === id;
    case 'reservataire':
      return lease.holder === id;
    case 'contingent':
      return lease.contingent === id;
    case 'qpv':
      return lease.districts.includes(id);
    default:
      return lease.residence === id;
  }
}

function countOf([, counted, among]: FigureRule, leases: readonly Lease[]): Count {
  return { numerator: leases.filter(counted).length, denominator: leases.filter(among).length };
}

/** Compares without dividing, so that the result is exact. */
function trendOf(now: Count, before: Count): NaiveObjective['trend'] {
  if (now.denominator === 0 || before.denominator === 0) return null;
  const [here, there] = [now.numerator * before.denominator, before.numerator * now.denominator];
  return here > there ? 'up' : here < there ? 'down' : 'same';
}

/** The same day one year before; 29 February becomes the 28th. */
export function yearBefore(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(4)];
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
