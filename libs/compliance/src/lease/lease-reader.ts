import { EVERYTHING, may, type Actor } from '#access';
import {
  ALLOCATION_STREAMS,
  evolve,
  KnownFacts,
  LEASE_HISTORY,
  type Allocation,
  type SealedAllocationFacts,
} from '#allocation';
import { ConventionHistory, conventionOn, THRESHOLD_STREAMS, timeZoneOf, type RecordedConvention } from '#convention';
import { householdsIn, recordedAfter } from '#deciding';
import { readWholeStream, type Position, type RecordedEvent } from '#event-store';
import { scalesOf } from '#fragility';
import { dayAt, refuse, yearOf, type AsOf, type Instant, type Refusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { momentAt, newestMoment } from '#processing';
import { eachDocument, type ReadModel } from '#read-store';
import { declaredIn, type DeclaredBy } from '../declared';
import type { GroupKind } from '../figures/groups';
import { rowOf, type AllocationRow } from '../lists/allocation-columns';
import type { ListSources } from '../lists/allocation-lists';
import { ListedPublics } from '../lists/publics';
import { complianceProjection } from '../projections/compliance-projection';
import { entityKey, type EntityDocument, type EntityKind } from '../projections/entities';
import { COMPLIANCE_MODEL, type AllocationDocument } from '../projections/model';
import { entitiesAt } from '../report/report-groups';
import { countedIn, type CountedObjective } from './counted-objectives';
import { changesOf, type LeaseChange } from './lease-changes';
import { leaseReasons, type LeaseReason, type RecordedBounds } from './lease-reasons';

/** One lease: what is recorded, why each derived fact is what it is, which objectives count it, what changed it. */
export interface LeaseView {
  readonly allocation: AllocationRow;
  /** Whether the live process signed it, and no file nor POST did. */
  readonly isLive: boolean;
  readonly revision: number;
  readonly reasons: readonly LeaseReason[];
  readonly objectives: readonly CountedObjective[];
  readonly changes: readonly LeaseChange[];
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

export interface LeaseSources extends ListSources {
  readonly vault: () => Promise<Vault>;
}

/** A lease as of a position, within the scope of its reader. */
interface Found {
  readonly events: readonly RecordedEvent[];
  readonly state: Allocation;
  readonly document: AllocationDocument;
}

/** The kinds of entities whose names a lease shows, by the kind of group. */
const KINDS: Readonly<Partial<Record<GroupKind, EntityKind>>> = {
  commune: 'commune',
  bailleur: 'landlord',
  reservataire: 'holder',
  qpv: 'district',
  residence: 'residence',
};

export class LeaseReader {
  private readonly convention: ConventionHistory;
  private readonly declared: DeclaredBy;

  constructor(private readonly sources: LeaseSources) {
    this.convention = sources.convention ?? new ConventionHistory(sources.events);
    this.declared = sources.declared ?? declaredIn(this.convention);
  }

  /** Refused: `unknown-allocation`, also where the actor's scope does not cover the lease. The right is the caller's to check. */
  async read(
    { allocation, asOf: asked }: { readonly allocation: Uuid; readonly asOf?: AsOf | undefined },
    actor: Actor,
  ): Promise<LeaseView | Refusal> {
    const { events, readStore } = this.sources;
    const model = await readStore.active(COMPLIANCE_MODEL);
    const instant = await this.convention.instantOf(asked);
    const { reading, asOf, position } = await (instant === undefined
      ? newestMoment(complianceProjection, events, model)
      : momentAt(complianceProjection, events, model, instant));
    const found = await this.find(allocation, actor, { model, reading });
    if (!found) return refuse('unknown-allocation');
    const publics = new ListedPublics((await this.declared()).publics, actor);
    return {
      allocation: rowOf(found.document, publics),
      isLive: found.state.isLive,
      revision: found.state.revision,
      ...(await this.explained(found, actor, { model, reading, asked, publics })),
      changes: changesOf(found.events, publics),
      asOf,
      position,
    };
  }

  /** The stream names the residence and the day, by which the store finds the document. */
  private async find(
    allocation: Uuid,
    { scope }: Actor,
    { model, reading }: { readonly model: ReadModel; readonly reading: Position },
  ): Promise<Found | undefined> {
    const stream = await readWholeStream(this.sources.events, ALLOCATION_STREAMS.name(allocation));
    const events = stream.filter(({ position }) => position <= reading);
    let state: Allocation | undefined;
    for (const event of events) state = evolve(state, ALLOCATION_STREAMS.read(event));
    if (!state) return undefined;
    const { residence, signedOn } = state.facts;
    const held = { from: { lte: reading }, to: { gt: reading } };
    const where = { residence, day: signedOn, allocation, ...held };
    const { documents } = await model.find<AllocationDocument>({ collection: 'allocations', scope, where, limit: 1 });
    return documents[0] && { events, state, document: documents[0].body };
  }

  private async explained(
    { events, document }: Found,
    actor: Actor,
    given: {
      readonly model: ReadModel;
      readonly reading: Position;
      readonly asked: AsOf | undefined;
      readonly publics: ListedPublics;
    },
  ): Promise<Pick<LeaseView, 'reasons' | 'objectives'>> {
    const { model, reading, publics } = given;
    const recorded = await this.convention.at(reading);
    const convention = recorded && conventionOn(recorded, document.day);
    const entities = await entitiesOf(document, model, reading);
    const bounds = await this.boundsOf(document, reading, recorded);
    const derivation = new KnownFacts();
    if (bounds) derivation.setBounds(bounds);
    for (const { facts } of await entitiesAt(model, 'commune', reading)) derivation.addCommune(facts);
    const entity = <Kind extends EntityKind>(kind: Kind, code: string) =>
      entities.get(entityKey(kind, code)) as EntityDocument<Kind> | undefined;
    const reasons = leaseReasons({
      lease: document,
      household: await this.opened(events, document, actor),
      derivation,
      bounds,
      convention,
      residence: entity('residence', document.residence)!,
      scales: scalesOf(recorded),
      districts: document.districts.flatMap((code) => entity('district', code)?.facts ?? []),
    });
    const nameOf = (kind: GroupKind, code: string): string => {
      const facts = KINDS[kind] && entity(KINDS[kind], code)?.facts;
      return facts && 'name' in facts ? facts.name : code;
    };
    const maySeePublic = (code: string): boolean => {
      const declared = publics.byCode(code);
      return declared !== undefined && publics.mayAskFor(declared);
    };
    const counting = { fact: document, asOf: given.asked, nameOf, maySeePublic };
    return { reasons, objectives: convention ? countedIn({ ...counting, convention }) : [] };
  }

  /** What is sealed explains only to who may read names there. Null where it may not be opened, undefined where it was erased. */
  private async opened(
    events: readonly RecordedEvent[],
    { landlord, holder, commune }: AllocationDocument,
    actor: Actor,
  ): Promise<SealedAllocationFacts | null | undefined> {
    if (!may(actor, 'read-named-list', { landlord, holder, commune })) return null;
    const keys = await (await this.sources.vault()).keysOf(householdsIn(events));
    return recordedAfter(LEASE_HISTORY, events, keys)?.sealed;
  }

  private async boundsOf(
    { day }: AllocationDocument,
    reading: Position,
    convention: RecordedConvention | null,
  ): Promise<RecordedBounds | null> {
    const stream = await readWholeStream(this.sources.events, THRESHOLD_STREAMS.name(String(yearOf(day))));
    const events = stream.filter(({ position }) => position <= reading);
    const facts = THRESHOLD_STREAMS.fold(events);
    const last = events.at(-1);
    return facts && last ? { ...facts, recordedOn: dayAt(last.metadata.recordedAt, timeZoneOf(convention)) } : null;
  }
}

/** What the lease is joined with, as of the position, by key. */
async function entitiesOf(
  { residence, commune, landlord, holder, districts }: AllocationDocument,
  model: ReadModel,
  position: Position,
): Promise<ReadonlyMap<string, EntityDocument>> {
  const keys = [
    entityKey('residence', residence),
    entityKey('commune', commune),
    entityKey('landlord', landlord),
    entityKey('holder', holder),
    ...districts.map((code) => entityKey('district', code)),
  ];
  const held = { from: { lte: position }, to: { gt: position } };
  const query = { collection: 'entities', scope: EVERYTHING, where: { key: { in: keys }, ...held }, limit: 50 };
  const entities = new Map<string, EntityDocument>();
  await eachDocument<EntityDocument>(model, query, ({ body }) => {
    entities.set(body.key, body);
    return true;
  });
  return entities;
}
