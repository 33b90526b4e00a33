import { ALLOCATION_STREAMS } from '#allocation';
import { START, type Position, type RecordedEvent } from '#event-store';
import type { Uuid } from '#kernel';
import { CLAIM_STREAMS } from './claims';

const HOUSEHOLD_CLAIMS = CLAIM_STREAMS.name('household-');
/** More leases than a projection is late by, but for an import. */
const MOST = 10_000;

/** What the newest events say of a lease; undefined is what the read model says. */
export interface RecentLease {
  readonly household?: Uuid | undefined;
  readonly isCancelled?: boolean | undefined;
}

interface Kept extends RecentLease {
  readonly position: Position;
}

/** The newest events of leases, in memory: a command must see a lease that the read model does not show yet. */
export class RecentLeases {
  /** Everything after this position is known. */
  private first: Position = START;
  private readonly leases = new Map<string, Kept>();
  private readonly ofHouseholds = new Map<Uuid, Set<string>>();
  /** The lease that claims each household, until its own stream says what became of it. */
  private readonly claimed = new Map<string, Uuid>();
  private readonly claimedBy = new Map<Uuid, string>();

  begin(position: Position): void {
    this.first = position;
  }

  /** A read model that shows this position, together with these leases, leaves nothing out. */
  get since(): Position {
    return this.first;
  }

  get isLong(): boolean {
    return this.leases.size > MOST;
  }

  apply(event: RecordedEvent): void {
    this.unclaim(this.claimedBy.get(ALLOCATION_STREAMS.idOf(event.stream) as Uuid));
    const recent = recentOf(event);
    if (!recent) return;
    const before = this.leases.get(event.stream);
    const { position } = event;
    const household = recent.household ?? before?.household;
    this.leases.set(event.stream, { household, isCancelled: recent.isCancelled ?? before?.isCancelled, position });
    if (household !== undefined && household !== before?.household)
      this.move(event.stream, before?.household, household);
  }

  /** A lease claims its household before it is signed. Claims on dwellings are passed over. */
  applyClaim(event: RecordedEvent): void {
    if (!event.stream.startsWith(HOUSEHOLD_CLAIMS)) return;
    this.unclaim(event.stream);
    const { type, data } = CLAIM_STREAMS.read(event);
    if (type !== 'ClaimTaken') return;
    this.claimed.set(event.stream, data.by);
    this.claimedBy.set(data.by, event.stream);
  }

  /** Whether a lease of the household was claimed for, and neither signed nor given up. */
  isBeingSigned(household: Uuid): boolean {
    return this.claimed.has(`${HOUSEHOLD_CLAIMS}${household}`);
  }

  of(allocation: Uuid): RecentLease | undefined {
    return this.leases.get(ALLOCATION_STREAMS.name(allocation));
  }

  /** The leases of which the newest events say that they are this household's. */
  ofHousehold(household: Uuid): readonly Uuid[] {
    return [...(this.ofHouseholds.get(household) ?? [])].map((stream) => ALLOCATION_STREAMS.idOf(stream) as Uuid);
  }

  /** Forgets what a read model shows that is as far as the position. */
  forgetUpTo(position: Position): void {
    if (position <= this.first) return;
    this.first = position;
    for (const [stream, lease] of this.leases) {
      if (lease.position > position) continue;
      this.leases.delete(stream);
      if (lease.household !== undefined) this.move(stream, lease.household, undefined);
    }
  }

  private unclaim(stream: string | undefined): void {
    const by = stream && this.claimed.get(stream);
    if (!by) return;
    this.claimed.delete(stream);
    this.claimedBy.delete(by);
  }

  private move(stream: string, from: Uuid | undefined, to: Uuid | undefined): void {
    if (from !== undefined) {
      const left = this.ofHouseholds.get(from);
      left?.delete(stream);
      if (left?.size === 0) this.ofHouseholds.delete(from);
    }
    if (to !== undefined) this.ofHouseholds.set(to, (this.ofHouseholds.get(to) ?? new Set()).add(stream));
  }
}

/** Undefined where the event says nothing about whose lease it is, nor whether it holds. */
function recentOf(recorded: RecordedEvent): RecentLease | undefined {
  const event = ALLOCATION_STREAMS.read(recorded);
  if (event.type === 'AllocationSigned')
    return { household: event.data.household, isCancelled: event.data.cancelled === true };
  if (!('changes' in event.data)) return undefined;
  const { household, cancelled } = event.data.changes;
  return { household: household?.to, isCancelled: cancelled && cancelled.to === true };
}
