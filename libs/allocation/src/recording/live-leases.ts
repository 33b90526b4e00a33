import {
  householdsIn,
  isConflict,
  recordedAfter,
  storedEvents,
  type DecidedEvent,
  type PipelineStores,
  type Sending,
} from '#deciding';
import { readWholeStream, type NewEvent, type Position } from '#event-store';
import { currentCorrelation, isCodedError, newUuid, type Day, type Uuid } from '#kernel';
import type { KeyRing } from '#people';
import type { Derivation, Lease } from '../derived-facts';
import { ALLOCATION_STREAMS, type AllocationCorrection, type AllocationEvent, type ReservedFacts } from '../events';
import { packSealed } from '../sealed-form';
import { correctLease, signLease, type LeaseEvent } from '../verbs/record-lease';
import { LEASE_HISTORY, type RecordedLease } from './lease-kind';
import { planRevision } from './plan-revisions';

/** The stream of an allocation, as it was read. */
export interface LeaseStream {
  readonly allocation: Uuid;
  /** The revision of its last event; -1 where it has none. */
  readonly revision: number;
  /** Undefined where no lease was signed under its number. */
  readonly lease: RecordedLease | undefined;
}

/** The stream of an allocation that nothing is recorded of. */
export function emptyStream(allocation: Uuid): LeaseStream {
  return { allocation, revision: -1, lease: undefined };
}

type Who = Pick<Sending, 'actor' | 'correlation'>;
type Written = { readonly revision: number; readonly position: Position };

const ATTEMPTS = 10;

/**
 * The leases of the live process, in their own streams. Each is written at the revision at which its stream was read: a stream moves on
 * where somebody else signs under the number, or gives up what was claimed for it.
 */
export class LiveLeases {
  constructor(private readonly stores: PipelineStores) {}

  /** The allocation of that number; undefined where the number is new. */
  async find(number: string): Promise<Uuid | undefined> {
    return (await this.stores.vault()).find('allocation', number);
  }

  /** The allocation of that number, which gets its id here where it is new: nothing can be recorded of it yet. */
  async named(number: string): Promise<{ readonly allocation: Uuid; readonly isNew: boolean }> {
    const vault = await this.stores.vault();
    for (let attempts = 1; ; attempts += 1) {
      const session = vault.session();
      await session.prepare({ allocations: [number] });
      const isNew = session.find('allocation', number) === undefined;
      const allocation = session.allocation(number);
      try {
        await session.commit();
        return { allocation, isNew };
      } catch (error) {
        // Another command named the number meanwhile: its id is known now.
        if (attempts === ATTEMPTS || !isCodedError(error, 'vault-conflict')) throw error;
      }
    }
  }

  /**
   * Lets a number lead to the lease, too. The number is given first and the lease corrected then: what comes under the number meanwhile
   * finds the lease. False where another lease has it.
   */
  async giveNumber(number: string, allocation: Uuid, who: Who): Promise<boolean> {
    const vault = await this.stores.vault();
    const before = await vault.find('allocation', number);
    if (before === allocation) return true;
    if (!(await vault.moveNumber('allocation', number, { from: before, to: allocation }))) return false;
    // Nobody signs any more under the number as it was.
    for (; before !== undefined;) {
      const stream = await this.read(before);
      if (stream.lease) {
        await vault.moveNumber('allocation', number, { from: allocation, to: before });
        return false;
      }
      try {
        await this.abandon(stream, allocation, who);
        break;
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
    return true;
  }

  /** The number was never that of the lease: another may have it. */
  async takeNumberBack(number: string, allocation: Uuid): Promise<void> {
    await (await this.stores.vault()).moveNumber('allocation', number, { from: allocation, to: undefined });
  }

  async read(allocation: Uuid): Promise<LeaseStream> {
    const { store, vault } = this.stores;
    const events = await readWholeStream(store, ALLOCATION_STREAMS.name(allocation));
    if (events.length === 0) return emptyStream(allocation);
    const lease = recordedAfter(LEASE_HISTORY, events, await (await vault()).keysOf(householdsIn(events)));
    return { allocation, revision: lease?.state.revision ?? events.length - 1, lease };
  }

  /** Signs the lease. @throws CodedError `wrong-revision` where the stream has moved on; `household-erased` */
  async sign(
    stream: LeaseStream,
    signing: {
      readonly lease: Lease;
      readonly reserved: ReservedFacts;
      readonly household: Uuid;
      readonly derivation: Derivation;
    },
    who: Who,
  ): Promise<Written> {
    const event = signLease(signing, signing.reserved);
    return this.append(stream, [decided(event, signing.lease.signedOn)], who);
  }

  /**
   * Records what differs from the recorded lease; undefined where nothing does. @throws CodedError `wrong-revision` where the stream has
   * moved on; `household-erased`
   */
  async correct(
    stream: LeaseStream & { readonly lease: RecordedLease },
    correction: { readonly lease: Lease; readonly derivation: Derivation; readonly motive: string },
    who: Who,
  ): Promise<Written | undefined> {
    const { state, sealed } = stream.lease;
    const { lease, derivation, motive } = correction;
    const given = { lease, derivation, household: state.facts.household };
    const events = correctLease(given, { allocation: state, sealed }, motive).map((event) =>
      decided(event, lease.signedOn),
    );
    return events.length === 0 ? undefined : this.append(stream, events, who);
  }

  /** The lease never took effect. It seals nothing, so it may also be said of an erased household. */
  cancel(
    stream: LeaseStream & { readonly lease: RecordedLease },
    { motive, on }: { readonly motive: string; readonly on: Day },
    who: Who,
  ): Promise<Written> {
    const changes = { cancelled: { from: stream.lease.state.facts.cancelled, to: true } };
    const data: AllocationCorrection = { changes, motive, on };
    return this.append(stream, [{ type: 'AllocationCancelled', data, effectiveDay: on }], who);
  }

  /**
   * Makes a signature impossible that was decided on this stream, however late it comes. @throws CodedError `wrong-revision` where the
   * stream has moved on
   * @param rival the lease for which the claim is taken over; null where it is only given back
   */
  abandon(stream: LeaseStream, rival: Uuid | null, who: Who): Promise<Written> {
    return this.append(stream, [{ type: 'AllocationAbandoned', data: { for: rival } }], who);
  }

  /** What bounds or communes change in a lease that was signed while they were recorded. */
  async revise(allocation: Uuid, derivation: Derivation, who: Who): Promise<Written | undefined> {
    const { lease } = await this.read(allocation);
    const batch = lease && planRevision(allocation, lease, { derivation, metadata: metadataOf(who) });
    return batch && this.stores.store.append(batch);
  }

  private async append(
    { allocation, revision }: LeaseStream,
    events: readonly DecidedEvent<AllocationEvent>[],
    who: Who,
  ): Promise<Written> {
    const { store, vault } = this.stores;
    const households = events.flatMap(({ people }) => people?.household ?? []);
    const keys: Pick<KeyRing, 'seal'> | undefined =
      households.length > 0 ? await (await vault()).keysOf(households) : undefined;
    const stored = storedEvents(events, {
      events: ALLOCATION_STREAMS,
      seal: (household, id, facts) => keys!.seal(household, id, facts),
      metadata: metadataOf(who),
      idOf: () => newUuid(),
    });
    const expected = revision < 0 ? 'none' : revision;
    return store.append({ stream: ALLOCATION_STREAMS.name(allocation), expected, events: stored });
  }
}

function decided({ people, household, ...event }: LeaseEvent, effectiveDay: Day): DecidedEvent<AllocationEvent> {
  return { ...(event as AllocationEvent), effectiveDay, people: { household, facts: packSealed(people) } };
}

function metadataOf({ actor, correlation }: Who): NewEvent['metadata'] {
  return { actor: actor.id, role: actor.role, ...currentCorrelation(correlation) };
}
