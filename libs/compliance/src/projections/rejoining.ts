import type { Position } from '#event-store';
import { scalesOf, type SurveyScales } from '#fragility';
import { canonicalJson } from '#kernel';
import type { Batch } from '#processing';
import type { JoinedFact } from '../figures/allocation-fact';
import { allocationDocument } from './allocation-document';
import type { EntityDocument } from './entities';
import type { EntityChange, EntityRegister } from './entity-register';
import type { LatestDays } from './latest-days';
import type { AllocationDocument } from './model';
import { firstDifference, joinedWith, placeAt, type Timeline } from './places';
import { stepsBetween, type Step } from './steps';
import type { VersionedDocuments, Wanted } from './versioned-documents';

const BY_DAY = [{ column: 'day', direction: 'asc' }] as const;

type Rejoin = (fact: AllocationDocument) => JoinedFact;

/** Joins again the allocations that were joined with an entity, when the entity changes. */
export class Rejoining {
  constructor(
    private readonly entities: EntityRegister,
    private readonly allocations: VersionedDocuments<AllocationDocument>,
    private readonly latest: LatestDays,
  ) {}

  /** The steps of the counters that follow from the change of an entity. An entity that was not known before has no allocation yet. */
  async after({ before, after }: EntityChange, position: Position, batch: Batch): Promise<readonly Step[]> {
    const steps: Step[] = [];
    if (after.kind === 'district')
      await this.district(before as District | null, after as District, position, batch, steps);
    else if (after.kind === 'convention')
      await this.convention(before as Convention | null, after as Convention, position, batch, steps);
    else if (!before) return steps;
    else if (after.kind === 'residence')
      await this.residence(before as Residence, after as Residence, position, batch, steps);
    else if (after.kind === 'holder') await this.holder(before as Holder, after as Holder, position, batch, steps);
    return steps;
  }

  private async residence(
    before: Residence,
    after: Residence,
    position: Position,
    batch: Batch,
    steps: Step[],
  ): Promise<void> {
    if (!before.facts || !after.facts) return;
    await this.residenceFrom(
      after.facts.code,
      await this.entities.timelineOf(before, position),
      position,
      batch,
      steps,
    );
  }

  /** A change of scale changes the notes computed from surveys, from the day on which the scale takes effect. */
  private async convention(
    before: Convention | null,
    after: Convention,
    position: Position,
    batch: Batch,
    steps: Step[],
  ): Promise<void> {
    const scales = scalesOf(before?.facts ?? null);
    if (isSame(scales, scalesOf(after.facts))) return;
    for (const code of await this.entities.residencesSurveyed(position)) {
      const residence = await this.entities.entity('residence', code, position);
      const timeline = await this.entities.timelineOf(residence, position, scales);
      await this.residenceFrom(code, timeline, position, batch, steps);
    }
  }

  /** Rejoins the leases of a residence from the first day on which its timeline before the event differs from that of now. */
  private async residenceFrom(
    code: string,
    before: Timeline,
    position: Position,
    batch: Batch,
    steps: Step[],
  ): Promise<void> {
    const timeline = await this.entities.timeline(code, position);
    const since = firstDifference(before, timeline);
    const latest = await this.latest.of(code);
    if (since === null || latest === undefined || since > latest) return;
    const concerned = {
      where: { residence: code, day: { gte: since } },
      matches: (fact: AllocationDocument) => fact.residence === code && fact.day >= since,
    };
    const rejoin: Rejoin = (fact) => joinedWith(placeAt(timeline, fact.day)!, fact.contingent);
    await this.rejoinWhere(concerned, rejoin, position, batch, steps);
  }

  private async holder(before: Holder, after: Holder, position: Position, batch: Batch, steps: Step[]): Promise<void> {
    const { code, contingent } = after.facts;
    if (before.facts.contingent === contingent) return;
    const concerned = { where: { holder: code }, matches: (fact: AllocationDocument) => fact.holder === code };
    await this.rejoinWhere(concerned, (fact) => ({ ...fact, contingent }), position, batch, steps);
  }

  /** A residence may have named the district before it was declared. */
  private async district(
    before: District | null,
    after: District,
    position: Position,
    batch: Batch,
    steps: Step[],
  ): Promise<void> {
    const { code, firstDay, lastDay } = after.facts;
    if (before && before.facts.firstDay === firstDay && before.facts.lastDay === lastDay) return;
    for (const residence of await this.entities.residencesNaming(code, position)) {
      const timeline = await this.entities.timeline(residence, position);
      const rejoin: Rejoin = (fact) => joinedWith(placeAt(timeline, fact.day)!, fact.contingent);
      const concerned = { where: { residence }, matches: (fact: AllocationDocument) => fact.residence === residence };
      await this.rejoinWhere(concerned, rejoin, position, batch, steps);
    }
  }

  private async rejoinWhere(
    { where, matches }: Pick<Wanted<AllocationDocument>, 'where' | 'matches'>,
    rejoin: Rejoin,
    position: Position,
    batch: Batch,
    steps: Step[],
  ): Promise<void> {
    const wanted: Wanted<AllocationDocument> = { where, matches, sort: BY_DAY, compare: compareByDay };
    await this.allocations.eachWanted(wanted, position, (fact) =>
      this.update(fact, rejoin(fact), position, batch, steps),
    );
  }

  private update(
    before: AllocationDocument,
    joined: JoinedFact,
    position: Position,
    batch: Batch,
    steps: Step[],
  ): void {
    if (sameJoin(before, joined)) return;
    const after = allocationDocument(before.allocation, position, before, joined, before.corrected);
    this.allocations.replace(before.allocation, before, after, batch);
    steps.push(...stepsBetween(before, after));
  }
}

function compareByDay(a: AllocationDocument, b: AllocationDocument): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.allocation < b.allocation ? -1 : 1;
}

function isSame(a: SurveyScales, b: SurveyScales): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

type Convention = EntityDocument<'convention'>;
type District = EntityDocument<'district'>;
type Residence = EntityDocument<'residence'>;
type Holder = EntityDocument<'holder'>;

function sameJoin(a: JoinedFact, b: JoinedFact): boolean {
  return (
    a.commune === b.commune &&
    a.sector === b.sector &&
    a.landlord === b.landlord &&
    a.note === b.note &&
    a.contingent === b.contingent &&
    a.inQpv === b.inQpv &&
    a.districts.length === b.districts.length &&
    a.districts.every((district, index) => district === b.districts[index])
  );
}
