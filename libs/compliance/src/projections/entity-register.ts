import type { Position, ClearEvent } from '#event-store';
import { CONVENTION_STREAM } from '#convention';
import { scalesOf, type SurveyScales } from '#fragility';
import { CodedError } from '#kernel';
import type { Batch } from '#processing';
import type { ReadModel } from '#read-store';
import type { PriorityDistrictFacts } from '#territory';
import {
  entityKey,
  entityOf,
  evolveEntity,
  type EntityDocument,
  type EntityEvent,
  type EntityKind,
  type EntityState,
} from './entities';
import { timelineOf, type Timeline } from './places';
import { openAt } from './model';
import { VersionedDocuments } from './versioned-documents';

/** Entities kept in memory. */
const CAPACITY = 20_000;

export interface EntityChange {
  readonly before: EntityDocument | null;
  readonly after: EntityDocument;
}

/** The entities as they are just before an event, and the timelines of the residences. */
export class EntityRegister {
  private readonly versions: VersionedDocuments<EntityDocument>;
  private readonly timelines = new Map<string, Timeline>();

  constructor(model: ReadModel) {
    this.versions = new VersionedDocuments(model, { collection: 'entities', subject: 'key', capacity: CAPACITY });
  }

  /**
   * Writes the entity's next version.
   * @throws CodedError `entity-unknown` where a corrected entity was never declared
   */
  async change(
    event: ClearEvent<EntityEvent['data']> & { type: EntityEvent['type'] },
    batch: Batch,
  ): Promise<EntityChange> {
    this.versions.trim(batch);
    const { kind, code } = entityOf(event);
    const key = entityKey(kind, code);
    const before = await this.versions.before(key, event.position);
    const state: EntityState = evolveEntity(before && stateOf(before), event);
    const after = { ...state, key, kind, ...openAt(event.position) } as EntityDocument;
    this.versions.replace(key, before, after, batch);
    if (kind === 'residence') this.timelines.delete(code);
    if (kind === 'district' || kind === 'convention') this.timelines.clear();
    return { before, after };
  }

  async entity<Kind extends EntityKind>(
    kind: Kind,
    code: string,
    position: Position,
  ): Promise<EntityDocument<Kind> | null> {
    const key = entityKey(kind, code);
    const known = this.versions.known(key);
    return (known === undefined ? await this.versions.before(key, position) : known) as EntityDocument<Kind> | null;
  }

  /** The timeline if it is in memory, without a promise, for speed. Undefined where the store must be asked. */
  knownTimeline(residence: string): Timeline | undefined {
    return this.timelines.get(residence);
  }

  knownHolder(code: string): EntityDocument<'holder'> | null | undefined {
    return this.versions.known(entityKey('holder', code)) as EntityDocument<'holder'> | null | undefined;
  }

  /** A residence's timeline. @throws CodedError `residence-unknown` */
  async timeline(residence: string, position: Position): Promise<Timeline> {
    const known = this.timelines.get(residence);
    if (known) return known;
    const timeline = await this.timelineOf(await this.entity('residence', residence, position), position);
    if (timeline.length === 0)
      throw new CodedError('residence-unknown', `residence ${residence} is not known`, { residence });
    if (this.timelines.size >= CAPACITY) this.timelines.clear();
    this.timelines.set(residence, timeline);
    return timeline;
  }

  /**
   * The timeline of one version of a residence, with the districts as they are now, by the given scales or by those of
   * now. Empty where the residence is unknown.
   */
  async timelineOf(
    residence: EntityDocument<'residence'> | null,
    position: Position,
    scales?: SurveyScales,
  ): Promise<Timeline> {
    if (!residence?.facts) return [];
    const districts: PriorityDistrictFacts[] = [];
    for (const code of residence.facts.districts) {
      const district = await this.entity('district', code, position);
      if (district) districts.push(district.facts);
    }
    return timelineOf(residence, districts, scales ?? (await this.scales(position)));
  }

  /** The scales of surveys, by the convention as it is now. */
  private async scales(position: Position): Promise<SurveyScales> {
    const convention = await this.entity('convention', CONVENTION_STREAM.name(), position);
    return scalesOf(convention?.facts ?? null);
  }

  /** The codes of the residences listed under a district. */
  residencesNaming(district: string, position: Position): Promise<readonly string[]> {
    return this.residencesWhere(({ facts }) => facts?.districts.includes(district) ?? false, position);
  }

  /** The codes of the residences that have a survey. */
  residencesSurveyed(position: Position): Promise<readonly string[]> {
    return this.residencesWhere(({ surveys }) => surveys.length > 0, position);
  }

  private async residencesWhere(
    wants: (residence: EntityDocument<'residence'>) => boolean,
    position: Position,
  ): Promise<readonly string[]> {
    const residences: string[] = [];
    const wanted = {
      where: { kind: 'residence' },
      matches: ({ kind }: EntityDocument) => kind === 'residence',
      compare: (a: EntityDocument, b: EntityDocument) => (a.key < b.key ? -1 : 1),
    };
    await this.versions.eachWanted(wanted, position, (document) => {
      const residence = document as EntityDocument<'residence'>;
      if (residence.facts && wants(residence)) residences.push(residence.facts.code);
    });
    return residences;
  }

  forget(): void {
    this.versions.forget();
    this.timelines.clear();
  }
}

function stateOf({ key: _key, kind: _kind, from: _from, to: _to, ...state }: EntityDocument): EntityState {
  return state as EntityState;
}
