import { instantOf, type Clock } from '#kernel';
import { isDuplicateKey, type Collection, type Db } from '#mongodb';
import type { Lease, Leases } from '../leases';

export interface MongoLeasesOptions {
  /** The database of an open connection. The code that opened the connection closes it. */
  readonly database: Db;
  readonly clock: Clock;
}

/** The leases of servers mode. Each is a document in the collection `leases`, and each change is one write that a majority confirms. */
export function mongoLeases({ database, clock }: MongoLeasesOptions): Leases {
  return new MongoLeases(database.collection<StoredLease>('leases'), clock);
}

/** The document of a lease. It stays when the lease is given back, so that its token keeps rising. */
interface StoredLease {
  readonly _id: string;
  readonly holder: string;
  readonly token: number;
  readonly until: Date;
}

class MongoLeases implements Leases {
  constructor(
    private readonly leases: Collection<StoredLease>,
    private readonly clock: Clock,
  ) {}

  async acquire(name: string, holder: string, durationMs: number): Promise<Lease | null> {
    const { now, until } = this.span(durationMs);
    const free = { _id: name, $or: [{ until: { $lte: now } }, { holder }] };
    const taking = { $set: { holder, until }, $inc: { token: 1 } };
    try {
      const stored = await this.leases.findOneAndUpdate(free, taking, { upsert: true, returnDocument: 'after' });
      return stored && leaseOf(stored);
    } catch (error) {
      // The lease exists and is not free: no document matched, so the store tried to insert one.
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  async renew(lease: Lease, durationMs: number): Promise<Lease | null> {
    const { now, until } = this.span(durationMs);
    const held = { ...keyOf(lease), until: { $gt: now } };
    const stored = await this.leases.findOneAndUpdate(held, { $set: { until } }, { returnDocument: 'after' });
    return stored && leaseOf(stored);
  }

  async release(lease: Lease): Promise<void> {
    const { now } = this.span(0);
    await this.leases.updateOne({ ...keyOf(lease), until: { $gt: now } }, { $set: { until: now } });
  }

  private span(durationMs: number): { now: Date; until: Date } {
    const now = Date.parse(this.clock.now());
    return { now: new Date(now), until: new Date(now + durationMs) };
  }
}

function keyOf({ name, holder, token }: Lease): Pick<StoredLease, '_id' | 'holder' | 'token'> {
  return { _id: name, holder, token };
}

function leaseOf({ _id, holder, token, until }: StoredLease): Lease {
  return { name: _id, holder, token, until: instantOf(until.getTime()) };
}
