import { EVERYTHING, type Masking } from '#access';
import { START, type Position } from '#event-store';
import type { ReadModel } from '#read-store';
import { EPCI_PARTS, isEpciPart, landlordOn } from '#territory';
import { TOTAL_INDEX } from '../figures/counters';
import {
  FIGURE_CODES,
  figureCounts,
  isPrinted,
  publicFigureCode,
  type Figure,
  type ReportScope,
} from '../figures/figure';
import { groupKey, groupOf, publicKey, publicOf, type GroupKind } from '../figures/groups';
import type { ComplianceReport } from '../report/compliance-report';
import { countsAsOf, type Counts } from '../report/counts';
import { entitiesAt, type NamedEntity } from '../report/report-groups';
import { DENOMINATORS, keysOf, LEASES, nestingsOf, type Nesting } from './figure-keys';
import { masksOf, type CountedGroup, type Grouping, type Masks } from './masks';
import { maskedFigure, type ShownReport } from './shown-report';
import { LEAST_SHOWN } from './suppression';

const KINDS: readonly GroupKind[] = ['epci', 'commune', 'secteur', 'bailleur', 'reservataire', 'contingent', 'qpv'];
const WHOLE = groupKey('epci', '');
const UNKNOWN = 'unknownQuartile';
const PARTIAL = 'partialQuartile';

export interface MaskingSources {
  readonly model: ReadModel;
  readonly publics: readonly string[];
}

/** What of the figures of a period may be told. */
export interface FigureMasks {
  isTold(figure: Pick<Figure, 'code' | 'scope'> & FigureCounts): boolean;
  /** A total of leases of an unknown quartile; null where it is masked. */
  total(key: typeof UNKNOWN | typeof PARTIAL, count: number): number | null;
}

interface FigureCounts {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Leases of these days, as recorded at the position. */
export type CountedPeriod = Pick<ComplianceReport, 'from' | 'to' | 'position'>;

/**
 * All the groups of the territory are looked at together, whichever the report is about: a count that is masked in it must not be given back by the
 * report of another scope.
 * @param codes of the figures that are told of each group
 */
export async function figureMasks(
  period: CountedPeriod,
  codes: readonly string[],
  masking: Masking,
  sources: MaskingSources,
): Promise<FigureMasks> {
  const counted = await countedAt(period, masking, sources);
  const keys = keysFor(codes, masking);
  const isWithin = ({ whole, parts }: Nesting): boolean => [whole, ...parts].every((key) => keys.includes(key));
  const nestings = nestingsOf(codes).filter(isWithin);
  const masks = masksOf({ ...counted, nestings, whole: LEASES }, keys);
  return {
    isTold: (figure) => isTold(figure, masking, masks),
    total: (key, count) => (masking === 'counts' && (count < LEAST_SHOWN || masks.get(WHOLE)?.has(key)) ? null : count),
  };
}

/** The report with the counts masked that its reader may not see. */
export async function maskedReport(
  report: ComplianceReport,
  scope: ReportScope,
  masking: Masking,
  sources: MaskingSources,
): Promise<ShownReport> {
  if (masking === 'residences' && scope !== 'residence') return report;
  const masks = await figureMasks(report, codesOf(sources), masking, sources);
  return {
    ...report,
    unknownQuartile: masks.total(UNKNOWN, report.unknownQuartile),
    partialQuartile: masks.total(PARTIAL, report.partialQuartile),
    figures: report.figures.map((figure) => (masks.isTold(figure) ? figure : maskedFigure(figure))),
  };
}

/** The codes of every figure that a report prints of a group. */
export function codesOf({ publics }: Pick<MaskingSources, 'publics'>): readonly string[] {
  return [...FIGURE_CODES, ...publics.map(publicFigureCode)];
}

function keysFor(codes: readonly string[], masking: Masking): readonly string[] {
  const all = codes.map(keysOf);
  if (masking === 'residences') return [...DENOMINATORS];
  return [
    ...new Set([LEASES, UNKNOWN, PARTIAL, ...all.flatMap(({ numerator, denominator }) => [numerator, denominator])]),
  ];
}

function isTold(
  { code, scope, numerator, denominator }: Pick<Figure, 'code' | 'scope'> & FigureCounts,
  masking: Masking,
  masks: Masks,
): boolean {
  const keys = keysOf(code);
  const masked = masks.get(groupIdOf(scope));
  // What no mask protects is not told: a figure that no report prints, a group that the report of these days has not.
  if (!masked || !isPrinted(code)) return false;
  if (masked.has(keys.numerator) || masked.has(keys.denominator)) return false;
  return isMany(denominator) && (masking === 'residences' || isMany(numerator));
}

/** Whether a count may be told where no other count gives a small one back. */
export function isMany(count: number | null): boolean {
  return count !== null && count >= LEAST_SHOWN;
}

function groupIdOf({ kind, id }: Figure['scope']): string {
  if (kind === 'epci') return WHOLE;
  return id.startsWith('contingent:') ? id : groupKey(kind, id);
}

interface CountedGroups {
  readonly groups: readonly CountedGroup[];
  readonly groupings: readonly Grouping[];
}

/** The groups of the period at the position of the report, and how they make each other up. */
async function countedAt(
  { from, to, position }: CountedPeriod,
  masking: Masking,
  { model, publics }: MaskingSources,
): Promise<CountedGroups> {
  const reading: Position = position ?? START;
  const period = { from, to, publics };
  const inResidences = { ...period, family: 'residence', kinds: ['residence'] } as const;
  const residences = await countsAsOf(model, inResidences, reading, EVERYTHING);
  const places = await entitiesAt(model, 'residence', reading);
  const groupings = residenceGroupings(places as readonly NamedEntity<'residence'>[], to);
  if (masking === 'residences') {
    const groups = groupsIn(residences, publics);
    // Whoever sees the other groups whole knows each total.
    const known = [{ parts: groups.map(({ id }) => id) }, ...groupings.map(({ parts }) => ({ parts }))];
    return { groups, groupings: known };
  }
  const territory = await countsAsOf(model, { ...period, family: 'territory', kinds: KINDS }, reading, EVERYTHING);
  const holders = (await entitiesAt(model, 'holder', reading)) as readonly NamedEntity<'holder'>[];
  const groups = [...shownGroups(groupsIn(territory, publics)), ...groupsIn(residences, publics)];
  const ofKind = (kind: GroupKind): readonly string[] =>
    groups.flatMap(({ id }) => (groupOf(id).kind === kind && !isEpciPart(groupOf(id).code) ? [id] : []));
  const wholes = (['commune', 'secteur', 'bailleur', 'contingent', 'residence'] as const).map((kind) => ({
    parts: ofKind(kind),
    total: WHOLE,
  }));
  const byContingent = grouped(
    holders.map(({ facts }) => [groupKey('contingent', facts.contingent), groupKey('reservataire', facts.code)]),
  );
  return { groups, groupings: [...wholes, ...byContingent, EPCI_AND_ITS_PARTS, ...groupings] };
}

const EPCI_AND_ITS_PARTS: Grouping = {
  parts: EPCI_PARTS.map((part) => groupKey('contingent', part)),
  total: groupKey('contingent', 'epci'),
};

/** The parts of the EPCI's contingent are shown only where some of it was delegated, as in the report. */
function shownGroups(groups: readonly CountedGroup[]): readonly CountedGroup[] {
  const isDivided = groups.some(({ id }) => id === groupKey('contingent', 'epci_delegue'));
  return isDivided ? groups : groups.filter(({ id }) => id !== groupKey('contingent', 'epci_propre'));
}

/** The residences of each commune, sector, landlord and QPV. */
function residenceGroupings(
  places: readonly NamedEntity<'residence'>[],
  to: ComplianceReport['to'],
): readonly Required<Grouping>[] {
  const pairs = places.flatMap(({ facts, ownerships }) => {
    const { code, commune, sector, districts } = facts;
    const landlord = landlordOn(to, { facts, ownerships });
    const totals = [
      groupKey('commune', commune),
      groupKey('bailleur', landlord),
      ...(sector ? [groupKey('secteur', sector)] : []),
      ...districts.map((district) => groupKey('qpv', district)),
    ];
    return totals.map((total) => [total, groupKey('residence', code)] as const);
  });
  return grouped(pairs);
}

function grouped(pairs: readonly (readonly [total: string, part: string])[]): readonly Required<Grouping>[] {
  const byTotal = new Map<string, string[]>();
  for (const [total, part] of pairs) {
    const parts = byTotal.get(total);
    if (parts) parts.push(part);
    else byTotal.set(total, [part]);
  }
  return [...byTotal].map(([total, parts]) => ({ total, parts }));
}

function groupsIn(counts: Counts, publics: readonly string[]): readonly CountedGroup[] {
  return [...counts].flatMap(([id, vector]) => {
    if (publicOf(id) !== undefined) return [];
    const own = new Map<string, number>();
    for (const code of FIGURE_CODES) {
      const { numerator, denominator } = figureCounts(code, vector)!;
      own.set(keysOf(code).numerator, numerator);
      own.set(keysOf(code).denominator, denominator);
    }
    for (const code of publics)
      own.set(publicFigureCode(code), counts.get(publicKey(id, code))?.[TOTAL_INDEX.leases] ?? 0);
    return [id === WHOLE ? wholeGroup(id, own, vector) : { id, counts: own }];
  });
}

/** Of the whole, leases of an unknown quartile are printed too: with the quartiles they are all leases. */
function wholeGroup(id: string, own: Map<string, number>, vector: readonly number[]): CountedGroup {
  own.set(UNKNOWN, vector[TOTAL_INDEX.unknownQuartile] ?? 0).set(PARTIAL, vector[TOTAL_INDEX.partialQuartile] ?? 0);
  const quartiles = ['Q1', 'Q2', 'Q34'].map((code) => keysOf(code).numerator);
  return { id, counts: own, nestings: [{ whole: LEASES, parts: [...quartiles, UNKNOWN, PARTIAL], exact: true }] };
}
