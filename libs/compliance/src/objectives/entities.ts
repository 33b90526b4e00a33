import { territoryNameOf, type ConventionFacts, type Entities, type ObjectiveScopeKind } from '#convention';
import type { Position } from '#event-store';
import type { ReadModel } from '#read-store';
import { isEpciPart } from '#territory';
import { groupKey, isGroupKind } from '../figures/groups';
import type { Counts } from '../report/counts';
import { codesWithLeases, CONTINGENT_LABELS, labelsAt } from '../report/report-groups';
import type { CountedRehousings } from './rehousing-counts';
import type { ObjectiveEntity } from './line';
import { OUTSIDE_QPV_GROUP } from './tally';

type SingleScope = 'epci' | 'hors_qpv';

/** An entity of a kind, and the key of its counts; null where its kind is not counted. */
export interface KeyedEntity<Kind extends ObjectiveScopeKind> {
  readonly entity: ObjectiveEntity<Kind>;
  readonly key: string | null;
}

/** The entities that objectives are about, as of a position, each kind looked up once. */
export class ObjectiveEntities {
  private readonly known = new Map<ObjectiveScopeKind, Promise<ReadonlyMap<string, string>>>();

  constructor(
    private readonly model: ReadModel,
    private readonly position: Position,
    private readonly facts: ConventionFacts,
    private readonly counts: Counts,
    private readonly rehousings: CountedRehousings | null,
  ) {}

  /**
   * The entities named, or every entity of the kind, in the order of their ids; for residences and QPV, every one that
   * has a lease in the period.
   */
  async of<Kind extends ObjectiveScopeKind>({ kind, ids }: Entities<Kind>): Promise<readonly KeyedEntity<Kind>[]> {
    if (kind === 'epci') {
      const { id, label } = territoryNameOf(this.facts);
      return [{ entity: { kind, id, label }, key: groupKey('epci', '') }];
    }
    if (kind === 'hors_qpv') {
      const { id, label } = territoryNameOf(this.facts);
      return [{ entity: { kind, id, label: `${label}, hors QPV` }, key: OUTSIDE_QPV_GROUP }];
    }
    const labels = await this.labels(kind);
    return (ids ?? this.eachOf(kind, labels)).map((id) => ({
      entity: { kind, id, label: labels.get(id) ?? id },
      key: isGroupKind(kind) ? groupKey(kind, id) : null,
    }));
  }

  private eachOf(kind: ObjectiveScopeKind, labels: ReadonlyMap<string, string>): readonly string[] {
    const each = kind === 'residence' || kind === 'qpv' ? codesWithLeases(kind, this.counts) : [...labels.keys()];
    return each.filter((code) => !isEpciPart(code)).sort();
  }

  private labels(kind: Exclude<ObjectiveScopeKind, SingleScope>): Promise<ReadonlyMap<string, string>> {
    let labels = this.known.get(kind);
    if (!labels) this.known.set(kind, (labels = this.readLabels(kind)));
    return labels;
  }

  private async readLabels(kind: Exclude<ObjectiveScopeKind, SingleScope>): Promise<ReadonlyMap<string, string>> {
    if (kind === 'secteur') return new Map(this.facts.sectors.map(({ code, name }) => [code, name]));
    if (kind === 'contingent') return new Map(Object.entries(CONTINGENT_LABELS));
    if (kind === 'operation') return new Map(this.rehousings?.operations.map(({ id, label }) => [id, label]));
    return labelsAt(this.model, kind, this.position);
  }
}
