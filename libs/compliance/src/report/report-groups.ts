import { codesOf, EVERYTHING, kindsOf, type Actor, type Place, type ScopeKind } from '#access';
import type { TerritoryName } from '#convention';
import type { Position } from '#event-store';
import { eachDocument, type ReadModel } from '#read-store';
import { EPCI_PARTS, isEpciPart, type Contingent, type EpciPart } from '#territory';
import { TOTAL_INDEX } from '../figures/counters';
import type { FigureScope, ReportScope } from '../figures/figure';
import { groupKey, groupOf, publicOf, type GroupKind } from '../figures/groups';
import type { Declared } from '../declared';
import { entityKey, type EntityDocument, type EntityKind } from '../projections/entities';
import { UNDIVIDED_EPCI } from '../judging/judging';
import type { Counts } from './counts';

const CONTINGENT = 'contingent:';
const EPCI_CONTINGENT = groupKey('contingent', 'epci');
const DELEGATED = groupKey('contingent', 'epci_delegue');

/** A group of the report: what it is about, and the key of its counts. */
export interface ReportGroup {
  readonly key: string;
  readonly scope: FigureScope;
  /** The scope whose objectives judge it; absent where it is its own. */
  readonly judgedAs?: FigureScope;
}

const ENTITIES: Readonly<Record<Exclude<ReportScope, 'epci' | 'secteur'>, EntityKind>> = {
  commune: 'commune',
  bailleur: 'landlord',
  reservataire: 'holder',
  residence: 'residence',
  qpv: 'district',
};

export const CONTINGENT_LABELS: Readonly<Record<Contingent | EpciPart, string>> = {
  etat: 'Contingent de l’État (publics prioritaires)',
  etat_fonctionnaires: 'Contingent de l’État (fonctionnaires)',
  commune: 'Contingent des communes',
  epci: 'Contingent de l’EPCI',
  epci_propre: 'Contingent de l’EPCI, part propre',
  epci_delegue: 'Contingent de l’EPCI, part déléguée aux communes',
  action_logement: 'Contingent d’Action Logement',
  departement: 'Contingent du département',
  bailleur: 'Contingent des bailleurs',
  autre: 'Autres contingents',
};

/**
 * The groups of a scope, in the order of their ids: every entity known at the position, or for residences and QPV those
 * that have a lease in the period. Sectors are those of the convention, and those of residences.
 */
export async function reportGroups(
  model: ReadModel,
  scope: ReportScope,
  counts: Counts,
  position: Position,
  { territory, declared }: { readonly territory: TerritoryName; readonly declared: Declared },
): Promise<ReportGroup[]> {
  if (scope === 'epci') return [{ key: groupKey('epci', ''), scope: { kind: scope, ...territory } }];
  if (scope === 'secteur') return sectorGroups(await entitiesAt(model, 'residence', position), declared);
  const entities = await entitiesAt(model, ENTITIES[scope], position);
  const labels = new Map(entities.map(({ facts }) => [facts.code, facts.name]));
  const listed = scope === 'residence' || scope === 'qpv' ? codesWithLeases(scope, counts) : [...labels.keys()];
  const groups = listed.map((code) => group(scope, scope, code, code, labels.get(code) ?? code));
  if (scope === 'reservataire') groups.push(...contingentGroups(entities as readonly NamedEntity<'holder'>[], counts));
  return groups.sort((a, b) => (a.scope.id < b.scope.id ? -1 : 1));
}

/** The group of a scope that has this id, as known at the position, whether or not it has a lease; undefined where there is none. */
export async function groupOfId(
  model: ReadModel,
  scope: ReportScope,
  id: string | undefined,
  position: Position,
  { territory, declared }: { readonly territory: TerritoryName; readonly declared: Declared },
): Promise<ReportGroup | undefined> {
  if (scope === 'epci')
    return id === undefined || id === territory.id
      ? { key: groupKey(scope, ''), scope: { kind: scope, ...territory } }
      : undefined;
  if (id === undefined) return undefined;
  if (scope === 'secteur')
    return sectorGroups(await entitiesAt(model, 'residence', position), declared).find((one) => one.scope.id === id);
  const [entity] = await entitiesAt(model, ENTITIES[scope], position, id);
  if (entity) return group(scope, scope, id, id, entity.facts.name);
  if (scope !== 'reservataire' || !id.startsWith(CONTINGENT)) return undefined;
  const code = id.slice(CONTINGENT.length);
  const held = isEpciPart(code) ? 'epci' : code;
  const holders = await entitiesAt(model, 'holder', position);
  const isKnown = holders.some(({ facts }) => facts.contingent === held);
  return isKnown ? contingentGroup(code as Contingent | EpciPart) : undefined;
}

/** The keys that a report of some ids counts: theirs, the whole, and what tells whether the EPCI's contingent is divided. */
export function keysOfIds(scope: ReportScope, ids: readonly string[]): ReadonlySet<string> {
  // The keys are written out, because `groupKey` keeps what it makes, and these ids come from a request.
  const keys = ids.flatMap((id) => (id.startsWith(CONTINGENT) ? [id, `${scope}:${id}`] : `${scope}:${id}`));
  return new Set([groupKey('epci', ''), DELEGATED, ...keys]);
}

/** The names of a kind of entities known at the position, by their codes. */
export async function labelsAt(
  model: ReadModel,
  scope: keyof typeof ENTITIES,
  position: Position,
): Promise<ReadonlyMap<string, string>> {
  const entities = await entitiesAt(model, ENTITIES[scope], position);
  return new Map(entities.map(({ facts }) => [facts.code, facts.name]));
}

/** The kinds of groups that an actor's scope can name, and the kind of codes that names each of them. */
const KIND_OF_CODES: Readonly<Partial<Record<string, ScopeKind>>> = {
  bailleur: 'landlord',
  reservataire: 'holder',
  commune: 'commune',
} satisfies Partial<Record<ReportScope, ScopeKind>>;

/** The ids of a scope that an actor may read: null for all of them, `none` where the actor may not read the scope. */
export function visibleIds({ scope: seen }: Actor, scope: ReportScope): readonly string[] | null | 'none' {
  if (seen.kind === 'all') return null;
  const kind = KIND_OF_CODES[scope];
  return kind && kindsOf(seen).includes(kind) ? codesOf(seen, kind) : 'none';
}

/** The place of an entity that a figure or an objective is about. It decides which actors may see the entity. */
export function placeOfEntity({ kind, id }: { readonly kind: string; readonly id: string }): Place {
  const of = KIND_OF_CODES[kind];
  return of ? { [of]: id } : {};
}

export type NamedEntity<Kind extends EntityKind> = EntityDocument<Kind> & {
  readonly facts: { readonly code: string; readonly name: string };
};

/** The declared entities of a kind, as known at the position: all of them, or the one of this code. */
export async function entitiesAt<Kind extends EntityKind>(
  model: ReadModel,
  kind: Kind,
  position: Position,
  code?: string,
): Promise<NamedEntity<Kind>[]> {
  const entities: NamedEntity<Kind>[] = [];
  const query = {
    collection: 'entities',
    scope: EVERYTHING,
    where: {
      kind,
      ...(code !== undefined && { key: entityKey(kind, code) }),
      from: { lte: position },
      to: { gt: position },
    },
    limit: 1_000,
  };
  await eachDocument<EntityDocument>(model, query, ({ body }) => {
    if (body.facts) entities.push(body as NamedEntity<Kind>);
    return true;
  });
  return entities;
}

export function codesWithLeases(kind: GroupKind, counts: Counts): string[] {
  const codes: string[] = [];
  for (const [key, vector] of counts) {
    if (publicOf(key) !== undefined) continue;
    const named = groupOf(key);
    if (named.kind === kind && vector[TOTAL_INDEX.leases] !== 0) codes.push(named.code);
  }
  return codes;
}

function sectorGroups(residences: readonly NamedEntity<EntityKind>[], { sectors }: Declared): ReportGroup[] {
  const labels = new Map<string, string>();
  for (const { facts } of residences as readonly NamedEntity<'residence'>[])
    if (facts?.sector) labels.set(facts.sector, facts.sector);
  for (const { code, name } of sectors) labels.set(code, name);
  return [...labels].sort(byId).map(([code, label]) => group('secteur', 'secteur', code, code, label));
}

function byId([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

/**
 * One group for each contingent that has a holder. The two parts of the EPCI's are shown where a lease of the period was
 * delegated; without one, the contingent is its own part, and is judged as such.
 */
function contingentGroups(holders: readonly NamedEntity<'holder'>[], counts: Counts): ReportGroup[] {
  const contingents = new Set(holders.map((holder) => holder.facts.contingent));
  const isDivided = hasDelegated(counts);
  return [...contingents].flatMap((contingent) => {
    const whole = groupInPeriod(contingentGroup(contingent), counts);
    return contingent === 'epci' && isDivided ? [whole, ...EPCI_PARTS.map(contingentGroup)] : whole;
  });
}

/** The group as the leases of a period make it: without a delegated one, the EPCI's contingent is judged as its own part. */
export function groupInPeriod(group: ReportGroup, counts: Counts): ReportGroup {
  if (group.key !== EPCI_CONTINGENT || hasDelegated(counts)) return group;
  return { ...group, judgedAs: { ...group.scope, id: UNDIVIDED_EPCI } };
}

function hasDelegated(counts: Counts): boolean {
  return codesWithLeases('contingent', counts).includes('epci_delegue');
}

function contingentGroup(code: Contingent | EpciPart): ReportGroup {
  return group('reservataire', 'contingent', code, `${CONTINGENT}${code}`, CONTINGENT_LABELS[code]);
}

function group(kind: ReportScope, counted: GroupKind, code: string, id: string, label: string): ReportGroup {
  return { key: groupKey(counted, code), scope: { kind, id, label } };
}
