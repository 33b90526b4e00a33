import { cell, type Import } from './cells';
import { figuresWith } from './figures';
import { Knowledge } from './knowledge';
import { leasesBetween, type Lease, type Public } from './lease';

export const SCOPES = ['epci', 'commune', 'secteur', 'bailleur', 'reservataire', 'residence', 'qpv'] as const;
export type ScopeKind = (typeof SCOPES)[number];

export interface NaiveQuery {
  /** `AAAA-MM-JJ`, both included. */
  readonly from: string;
  readonly to: string;
  readonly scope: ScopeKind;
  /** The publics of the convention, in its order. */
  readonly publics?: readonly Public[];
  /** The codes of the sectors of the convention, with or without residences. */
  readonly sectors?: readonly string[];
}

export interface NaiveFigure {
  readonly code: string;
  /** Null for the EPCI and the contingents: the published contract gives them no label. */
  readonly scope: { readonly kind: ScopeKind; readonly id: string; readonly label: string | null };
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
  readonly target: null;
  readonly status: null;
}

export interface NaiveReport {
  readonly unknownQuartile: number;
  readonly partialQuartile: number;
  readonly figures: readonly NaiveFigure[];
}

interface Group {
  readonly id: string;
  readonly label: string | null;
  readonly has: (lease: Lease) => boolean;
}

/**
 * Recomputes `report compliance` from the files alone, as simply as possible. Property tests compare the product with
 * it. The imports are valid and in order. The report as of an earlier instant is the report of the imports made up to
 * then.
 */
export function naiveCompliance(imports: readonly Import[], query: NaiveQuery): NaiveReport {
  const known = new Knowledge(imports);
  const leases = leasesBetween(known, query.from, query.to, query.publics);
  const groups = groupsOf(known, query, leases).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    unknownQuartile: leases.filter((lease) => lease.quartile === '?').length,
    partialQuartile: leases.filter((lease) => lease.quartile === '2-4').length,
    figures: groups.flatMap((group) => figuresOf(query, group, leases.filter(group.has))),
  };
}

function figuresOf(
  { scope: kind, publics = [] }: NaiveQuery,
  { id, label }: Group,
  leases: readonly Lease[],
): NaiveFigure[] {
  return figuresWith(publics).map(([code, counted, among]) => {
    const numerator = leases.filter(counted).length;
    const denominator = leases.filter(among).length;
    const rate = denominator === 0 ? null : numerator / denominator;
    return { code, scope: { kind, id, label }, numerator, denominator, rate, target: null, status: null };
  });
}

function groupsOf(known: Knowledge, { scope: kind, sectors }: NaiveQuery, leases: readonly Lease[]): Group[] {
  const named = (file: string, key: string, has: (lease: Lease, code: string) => boolean): Group[] =>
    known.all(file).map((row) => {
      const id = cell(row, key);
      return { id, label: cell(row, 'nom'), has: (lease) => has(lease, id) };
    });
  const letOnly = (groups: Group[]) => groups.filter((group) => leases.some(group.has));
  switch (kind) {
    case 'epci':
      return [{ id: 'epci', label: null, has: () => true }];
    case 'commune':
      return named('communes.csv', 'code_insee', (lease, code) => lease.commune === code);
    case 'secteur':
      return sectorGroups(known, sectors);
    case 'bailleur':
      return named('bailleurs.csv', 'code_bailleur', (lease, code) => lease.landlord === code);
    case 'reservataire':
      return [
        ...named('reservataires.csv', 'code_reservataire', (lease, code) => lease.holder === code),
        ...contingentGroups(known),
      ];
    case 'residence':
      return letOnly(named('residences.csv', 'code_residence', (lease, code) => lease.residence === code));
    case 'qpv':
      return letOnly(named('qpv.csv', 'code_qpv', (lease, code) => lease.districts.includes(code)));
  }
}

/** One group for each sector that the query names or that a residence has. Its label is its code. */
function sectorGroups(known: Knowledge, sectors: readonly string[] = []): Group[] {
  const codes = new Set([...sectors, ...known.all('residences.csv').map((row) => cell(row, 'code_secteur'))]);
  codes.delete('');
  return [...codes].map((code) => ({ id: code, label: code, has: (lease) => lease.sector === code }));
}

/** One group for each value of `contingent` that has a holder. */
function contingentGroups(known: Knowledge): Group[] {
  const values = new Set(known.all('reservataires.csv').map((row) => cell(row, 'contingent')));
  return [...values].map((value) => ({
    id: `contingent:${value}`,
    label: null,
    has: (lease) => lease.contingent === value,
  }));
}
