import { EVERYTHING } from '#access';
import type { Position } from '#event-store';
import type { Batch } from '#processing';
import type { ReadModel, Where } from '#read-store';
import type { JoinedFact } from '../figures/allocation-fact';
import type { EntityDocument } from './entities';
import type { EntityChange, EntityRegister } from './entity-register';
import type { LatestDays } from './latest-days';
import { openAt, type AllocationDocument } from './model';
import { firstDifference, joinedWith, placeAt } from './places';
import { stepsBetween, type Step } from './steps';
import type { VersionedDocuments } from './versioned-documents';

/** Documents read at a time: an allocation that changes is two documents in the batch. */
const PAGE = 500;

type Rejoin = (fact: AllocationDocument) => JoinedFact;

/** Brings what changed about an entity to the allocations that were joined with it. */
export class Rejoining {
  constructor(
    private readonly model: ReadModel,
    private readonly entities: EntityRegister,
    private readonly allocations: VersionedDocuments<AllocationDocument>,
    private readonly latest: LatestDays,
  ) {}

  /** The counters' changes that follow from the entity's. What was not known before has no allocation yet. */
  async after({ before, after }: EntityChange, position: Position, batch: Batch): Promise<readonly Step[]> {
    const steps: Step[] = [];
    if (after.kind === 'district')
      await this.district(before as District | null, after as District, position, batch, steps);
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
    const timeline = await this.entities.timeline(after.facts.code, position);
    const since = firstDifference(await this.entities.timelineOf(before, position), timeline);
    const latest = await this.latest.of(after.facts.code);
    if (since === null || latest === undefined || since > latest) return;
    const rejoin: Rejoin = (fact) => joinedWith(placeAt(timeline, fact.day)!, fact.contingent);
    await this.allocationsWhere({ residence: after.facts.code, day: { gte: since } }, rejoin, position, batch, steps);
  }

  private async holder(before: Holder, after: Holder, position: Position, batch: Batch, steps: Step[]): Promise<void> {
    const { code, contingent } = after.facts;
    if (before.facts.contingent === contingent) return;
    await this.allocationsWhere({ holder: code }, (fact) => ({ ...fact, contingent }), position, batch, steps);
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
    for (const residence of await this.residencesIn(code, position, batch)) {
      const timeline = await this.entities.timeline(residence, position);
      const rejoin: Rejoin = (fact) => joinedWith(placeAt(timeline, fact.day)!, fact.contingent);
      await this.allocationsWhere({ residence }, rejoin, position, batch, steps);
    }
  }

  private async residencesIn(district: string, position: Position, batch: Batch): Promise<string[]> {
    const residences: string[] = [];
    await batch.flush();
    let cursor: string | undefined;
    do {
      const page = await this.model.find<Residence>({
        collection: 'entities',
        scope: EVERYTHING,
        where: { kind: 'residence', from: { lt: position }, to: { gte: position } },
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { body } of page.documents)
        if (body.facts?.districts.includes(district)) residences.push(body.facts.code);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return residences;
  }

  /** Page by page; versions opened on the way begin at this very event, so that no later page holds them. */
  private async allocationsWhere(
    where: Where,
    rejoin: Rejoin,
    position: Position,
    batch: Batch,
    steps: Step[],
  ): Promise<void> {
    await batch.flush();
    this.allocations.forget();
    let cursor: string | undefined;
    do {
      const page = await this.model.find<AllocationDocument>({
        collection: 'allocations',
        scope: EVERYTHING,
        where: { ...where, from: { lt: position }, to: { gte: position } },
        sort: [{ column: 'day', direction: 'asc' }],
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { body } of page.documents) this.bring(body, rejoin(body), position, batch, steps);
      await batch.flush();
      this.allocations.forget();
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }

  private bring(before: AllocationDocument, joined: JoinedFact, position: Position, batch: Batch, steps: Step[]): void {
    if (sameJoin(before, joined)) return;
    const after = { ...before, ...joined, ...openAt(position) };
    this.allocations.replace(before.allocation, before, after, batch);
    steps.push(...stepsBetween(before, after));
  }
}

type District = EntityDocument<'district'>;
type Residence = EntityDocument<'residence'>;
type Holder = EntityDocument<'holder'>;

function sameJoin(a: JoinedFact, b: JoinedFact): boolean {
  return (
    a.commune === b.commune &&
    a.landlord === b.landlord &&
    a.note === b.note &&
    a.contingent === b.contingent &&
    a.inQpv === b.inQpv &&
    a.districts.length === b.districts.length &&
    a.districts.every((district, index) => district === b.districts[index])
  );
}
