import type { Clock } from '#kernel';
import { isDuplicateKey, type Collection, type Db } from '#mongodb';
import type { Lease, Leases } from './leases';

interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly fence: number;
  readonly until: number;
}

/** Leases in a collection that every process sees. Their clocks must agree within a fraction of a lease. */
export class MongodbLeases implements Leases {
  private readonly collection: Collection<LeaseDocument>;

  constructor(
    database: Db,
    private readonly clock: Clock,
  ) {
    this.collection = database.collection('leases');
  }

  async acquire(name: string, holder: string, milliseconds: number): Promise<Lease | null> {
    const now = Date.parse(this.clock.now());
    const until = now + milliseconds;
    const after = { returnDocument: 'after' } as const;
    const own = await this.collection.findOneAndUpdate({ _id: name, holder }, { $set: { until } }, after);
    if (own) return leaseOf(own);
    const ended = { _id: name, until: { $lte: now } };
    const taken = await this.collection.findOneAndUpdate(ended, { $set: { holder, until }, $inc: { fence: 1 } }, after);
    return taken ? leaseOf(taken) : this.begin({ _id: name, holder, fence: 1, until });
  }

  async release({ name, holder, fence }: Lease): Promise<void> {
    await this.collection.updateOne({ _id: name, holder, fence }, { $set: { until: 0, holder: '' } });
  }

  private async begin(document: LeaseDocument): Promise<Lease | null> {
    try {
      await this.collection.insertOne(document);
      return leaseOf(document);
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }
}

function leaseOf({ _id: name, holder, fence, until }: LeaseDocument): Lease {
  return { name, holder, fence, until };
}
