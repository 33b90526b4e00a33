import { instantOf, type Clock } from '#kernel';
import { isDuplicateKey, type Collection, type Db } from '#mongodb';
import type { Lease, Leases } from '../leases';

export interface MongoLeasesOptions {
  /** Of a connection that whoever opened it closes. */
  readonly database: Db;
  readonly clock: Clock;
}

/** The leases of servers mode, a document each in the collection `leases`, where each change is one write of a majority. */
export function mongoLeases({ database, clock }: MongoLeasesOptions): Leases {
  return new MongoLeases(database.collection<Kept>('leases'), clock);
}

/** A lease given back stays, so that its token goes on rising. */
interface Kept {
  readonly _id: string;
  readonly holder: string;
  readonly token: number;
  readonly until: Date;
}

class MongoLeases implements Leases {
  constructor(
    private readonly leases: Collection<Kept>,
    private readonly clock: Clock,
  ) {}

  async acquire(name: string, holder: string, durationMs: number): Promise<Lease | null> {
    const { now, until } = this.span(durationMs);
    const free = { _id: name, $or: [{ until: { $lte: now } }, { holder }] };
    const taking = { $set: { holder, until }, $inc: { token: 1 } };
    try {
      const kept = await this.leases.findOneAndUpdate(free, taking, { upsert: true, returnDocument: 'after' });
      return kept && leaseOf(kept);
    } catch (error) {
      // It is there and not free, so the store took it for absent and could not insert it.
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  async renew(lease: Lease, durationMs: number): Promise<Lease | null> {
    const { now, until } = this.span(durationMs);
    const held = { ...keyOf(lease), until: { $gt: now } };
    const kept = await this.leases.findOneAndUpdate(held, { $set: { until } }, { returnDocument: 'after' });
    return kept && leaseOf(kept);
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

function keyOf({ name, holder, token }: Lease): Pick<Kept, '_id' | 'holder' | 'token'> {
  return { _id: name, holder, token };
}

function leaseOf({ _id, holder, token, until }: Kept): Lease {
  return { name: _id, holder, token, until: instantOf(until.getTime()) };
}
