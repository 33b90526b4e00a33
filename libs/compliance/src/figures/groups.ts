import type { AllocationFact } from './allocation-fact';

/** What figures are grouped by. */
export type GroupKind = 'epci' | 'commune' | 'bailleur' | 'reservataire' | 'contingent' | 'qpv' | 'residence';

const EPCI_GROUP = 'epci:';

/** The groups of the territory's own counters to which an allocation belongs; each counts it once. */
export function territoryGroupsOf(fact: AllocationFact): readonly string[] {
  const groups = [
    EPCI_GROUP,
    groupKey('commune', fact.commune),
    groupKey('bailleur', fact.landlord),
    groupKey('reservataire', fact.holder),
    groupKey('contingent', fact.contingent),
  ];
  for (const district of fact.districts) groups.push(groupKey('qpv', district));
  return groups;
}

export function residenceGroupOf(fact: AllocationFact): string {
  return groupKey('residence', fact.residence);
}

export function groupKey(kind: GroupKind, code: string): string {
  return `${kind}:${code}`;
}

/** The kind and code of a key; a code may itself hold a colon. */
export function groupOf(key: string): { readonly kind: GroupKind; readonly code: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon) as GroupKind, code: key.slice(colon + 1) };
}
