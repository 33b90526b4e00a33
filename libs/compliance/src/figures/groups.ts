import type { EpciPart } from '#territory';
import { PUBLICS_MARK, type AllocationFact } from './allocation-fact';

/** The kinds of groups for which figures are counted. */
export type GroupKind =
  'epci' | 'commune' | 'secteur' | 'bailleur' | 'reservataire' | 'contingent' | 'qpv' | 'residence';

const EPCI_GROUP = 'epci:';

/** Each key is made once. A replay looks groups up millions of times, and every new string must be hashed again. */
const KEYS: Readonly<Record<GroupKind, Map<string, string>>> = {
  epci: new Map(),
  commune: new Map(),
  secteur: new Map(),
  bailleur: new Map(),
  reservataire: new Map(),
  contingent: new Map(),
  qpv: new Map(),
  residence: new Map(),
};
const KEPT_KEYS = 10_000;
const NO_PUBLICS: readonly string[] = [];

/** The groups that count an allocation, for each family of counters. */
export interface CountedGroups {
  readonly territory: readonly string[];
  readonly residence: readonly string[];
}

/**
 * Every group to which an allocation belongs, and each of them again for each of its publics. A territory that follows
 * no public pays nothing for them.
 */
export function groupsOf(fact: AllocationFact): CountedGroups {
  const territory = territoryGroupsOf(fact);
  const residence = [groupKey('residence', fact.residence)];
  const publics = publicsOfLease(fact);
  if (publics.length === 0) return { territory, residence };
  return { territory: withPublics(territory, publics), residence: withPublics(residence, publics) };
}

/** The codes of the publics to which the household of a lease belongs. */
export function publicsOfLease({ publics }: AllocationFact): readonly string[] {
  return publics === null ? NO_PUBLICS : publics.split(PUBLICS_MARK);
}

/** The groups of the territory's own counters to which an allocation belongs; each counts it once. */
function territoryGroupsOf(fact: AllocationFact): readonly string[] {
  const { commune, sector, landlord, holder, contingent, districts } = fact;
  const groups = [
    EPCI_GROUP,
    groupKey('commune', commune),
    groupKey('bailleur', landlord),
    groupKey('reservataire', holder),
    groupKey('contingent', contingent),
  ];
  if (contingent === 'epci') groups.push(groupKey('contingent', epciPartOf(fact)));
  if (sector !== null) groups.push(groupKey('secteur', sector));
  for (const district of districts) groups.push(groupKey('qpv', district));
  return groups;
}

/** Which part of the EPCI's contingent served a lease of it. */
export function epciPartOf({ delegated }: Pick<AllocationFact, 'delegated'>): EpciPart {
  return delegated === 1 ? 'epci_delegue' : 'epci_propre';
}

function withPublics(groups: readonly string[], publics: readonly string[]): readonly string[] {
  return [...groups, ...publics.flatMap((code) => groups.map((group) => publicKey(group, code)))];
}

/** The key of the leases of a group to households of this public. */
export function publicKey(group: string, code: string): string {
  return `${group}${PUBLICS_MARK}${code}`;
}

/** The public of a key; undefined for the key of a whole group. */
export function publicOf(key: string): string | undefined {
  const mark = key.indexOf(PUBLICS_MARK);
  return mark < 0 ? undefined : key.slice(mark + 1);
}

/** Whether allocations are counted by this kind of group. */
export function isGroupKind(kind: string): kind is GroupKind {
  return Object.hasOwn(KEYS, kind);
}

export function groupKey(kind: GroupKind, code: string): string {
  const keys = KEYS[kind];
  let key = keys.get(code);
  if (key === undefined) {
    if (keys.size >= KEPT_KEYS) keys.clear();
    keys.set(code, (key = `${kind}:${code}`));
  }
  return key;
}

/** The kind and code of a key; a code may itself hold a colon. */
export function groupOf(key: string): { readonly kind: GroupKind; readonly code: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon) as GroupKind, code: key.slice(colon + 1) };
}
