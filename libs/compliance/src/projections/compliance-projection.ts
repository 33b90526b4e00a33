import { ALLOCATION_STREAMS, LEASE_EVENT_TYPES, type AllocationEvent, type LeaseEventRecorded } from '#allocation';
import { START, type Position, type ClearEvent } from '#event-store';
import { CodedError } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import type { ReadModel } from '#read-store';
import { changedFacts, clearFact, type ClearFact, type JoinedFact } from '../figures/allocation-fact';
import { allocationDocument } from './allocation-document';
import { Counters } from './counters';
import { ENTITY_EVENT_TYPES, isEntityEvent } from './entities';
import { EntityRegister } from './entity-register';
import { LatestDays } from './latest-days';
import { COMPLIANCE_MODEL, type AllocationDocument } from './model';
import { joinedWith, placeAt } from './places';
import { Rejoining } from './rejoining';
import { stepsBetween, type Step } from './steps';
import { VersionedDocuments } from './versioned-documents';

const SIGNED = 'AllocationSigned';
/** What somebody decided about a lease after its signature. */
const CORRECTIONS: ReadonlySet<string> = new Set(['AllocationCorrected', 'AllocationCancelled']);
/** Allocations kept in memory in addition to those that are not in the store yet. */
const CAPACITY = 4_000;

type Signed = Extract<AllocationEvent, { readonly type: typeof SIGNED }>;

/** Allocations joined with their day's residence, and the counters of every figure. */
export const complianceProjection: Projection = {
  model: COMPLIANCE_MODEL,
  types: [...ENTITY_EVENT_TYPES, ...LEASE_EVENT_TYPES],
  clearOnly: true,
  start: (model) => new ComplianceRun(model),
};

class ComplianceRun implements ProjectionRun {
  private readonly entities: EntityRegister;
  private readonly allocations: VersionedDocuments<AllocationDocument>;
  private readonly counters = new Counters();
  private readonly latest: LatestDays;
  private readonly rejoining: Rejoining;
  private last: Position = START;

  constructor(model: ReadModel) {
    this.entities = new EntityRegister(model);
    this.allocations = new VersionedDocuments(model, {
      collection: 'allocations',
      subject: 'allocation',
      capacity: CAPACITY,
    });
    this.latest = new LatestDays(model);
    this.rejoining = new Rejoining(this.entities, this.allocations, this.latest);
  }

  /** A lease whose residence and holder are in memory, which is nearly every event of a replay, is recorded without waiting. */
  apply(event: ClearEvent, batch: Batch): Promise<void> | void {
    const again = event.position <= this.last;
    this.last = event.position;
    this.allocations.trim(batch);
    const known = ALLOCATION_STREAMS.read(event);
    if (!again && known.type === SIGNED) {
      const fact = clearFact(known.data);
      const joined = this.joinedFromMemory(fact);
      if (joined) return this.counters.apply(this.record(event, null, fact, joined, batch), event.position, batch);
    }
    return this.applyFromStore(event, again, batch);
  }

  private async applyFromStore(event: ClearEvent, again: boolean, batch: Batch): Promise<void> {
    if (again) await this.startOver(batch);
    const steps = isEntityEvent(event)
      ? await this.changeEntity(event, batch)
      : await this.changeAllocation(event, batch);
    await this.counters.apply(steps, event.position, batch);
  }

  /** An event is delivered again. Memory holds later versions, so it is forgotten; a stored version says from which event on it holds. */
  private async startOver(batch: Batch): Promise<void> {
    await batch.flush();
    this.entities.forget();
    this.allocations.forget();
    this.counters.forget();
  }

  private async changeEntity(event: Parameters<EntityRegister['change']>[0], batch: Batch): Promise<readonly Step[]> {
    const change = await this.entities.change(event, batch);
    return this.rejoining.after(change, event.position, batch);
  }

  private async changeAllocation(event: ClearEvent, batch: Batch): Promise<readonly Step[]> {
    const known = ALLOCATION_STREAMS.read(event) as LeaseEventRecorded;
    const before = known.type === SIGNED ? null : await this.allocationBefore(event);
    const fact = known.type === SIGNED ? clearFact(known.data) : revised(before!, known);
    const joined = this.joinedFromMemory(fact) ?? (await this.joined(fact, event.position));
    return this.record(event, before, fact, joined, batch);
  }

  /** Writes the allocation's next version. */
  private record(
    event: ClearEvent,
    before: AllocationDocument | null,
    fact: ClearFact,
    joined: JoinedFact,
    batch: Batch,
  ): readonly Step[] {
    const allocation = ALLOCATION_STREAMS.idOf(event.stream);
    const corrected = CORRECTIONS.has(event.type) || fact.cancelled === 1 ? 1 : (before?.corrected ?? 0);
    const document = allocationDocument(allocation, event.position, fact, joined, corrected);
    this.allocations.replace(document.allocation, before, document, batch);
    this.latest.add(document.residence, document.day);
    return stepsBetween(before, document);
  }

  private async allocationBefore(event: ClearEvent): Promise<AllocationDocument> {
    const allocation = ALLOCATION_STREAMS.idOf(event.stream);
    const before = await this.allocations.before(allocation, event.position);
    if (!before) throw new CodedError('allocation-unknown', `allocation ${allocation} is not known`, { allocation });
    return before;
  }

  /** Undefined where the store must be asked first. */
  private joinedFromMemory(fact: ClearFact): JoinedFact | undefined {
    const timeline = this.entities.knownTimeline(fact.residence);
    const holder = this.entities.knownHolder(fact.holder);
    return timeline && holder ? joinedWith(placeAt(timeline, fact.day)!, holder.facts.contingent) : undefined;
  }

  private async joined(fact: ClearFact, position: Position): Promise<JoinedFact> {
    const timeline = await this.entities.timeline(fact.residence, position);
    const holder = await this.entities.entity('holder', fact.holder, position);
    if (!holder) throw new CodedError('holder-unknown', `holder ${fact.holder} is not known`, { holder: fact.holder });
    return joinedWith(placeAt(timeline, fact.day)!, holder.facts.contingent);
  }
}

/** The fact after the event. */
function revised(before: AllocationDocument, event: Exclude<LeaseEventRecorded, Signed>): ClearFact {
  if (event.type === 'QuartileRevised') return { ...before, ...changedFacts({ quartile: event.data.to }) };
  if (event.type === 'HomeWorkRevised') return { ...before, ...changedFacts({ homeWork: event.data.to }) };
  const after = Object.entries(event.data.changes).map(([field, change]) => [field, change.to] as const);
  return { ...before, ...changedFacts(Object.fromEntries(after)) };
}
