import type { Position } from '#event-store';
import { isDuplicateKey, type Collection, type Db } from '#mongodb';
import type { Checkpoint } from '../port';

interface Stored {
  readonly _id: string;
  readonly storeId: string;
  readonly position: string;
}

/** The checkpoint of each generation, in the collection `checkpoints`. */
export class Checkpoints {
  private readonly checkpoints: Collection<Stored>;

  constructor(database: Db) {
    this.checkpoints = database.collection<Stored>('checkpoints');
  }

  async read(key: string): Promise<Checkpoint | null> {
    const stored = await this.checkpoints.findOne({ _id: key });
    return stored ? { storeId: stored.storeId, position: stored.position as Position } : null;
  }

  /** Sets the checkpoint. A checkpoint of the same event store never moves back. */
  async move(key: string, checkpoint: Checkpoint): Promise<void> {
    if (await this.moveExisting(key, checkpoint)) return;
    try {
      await this.checkpoints.insertOne({ _id: key, ...checkpoint });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // A checkpoint exists: it is later, or another process has just inserted it and it may be earlier.
      await this.moveExisting(key, checkpoint);
    }
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.checkpoints.deleteMany({ _id: { $in: [...keys] } });
  }

  async keys(): Promise<readonly string[]> {
    return (await this.checkpoints.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
  }

  private async moveExisting(key: string, { storeId, position }: Checkpoint): Promise<boolean> {
    const earlier = { $or: [{ storeId: { $ne: storeId } }, { position: { $lte: position } }] };
    const result = await this.checkpoints.updateOne({ _id: key, ...earlier }, { $set: { storeId, position } });
    return result.matchedCount === 1;
  }
}
