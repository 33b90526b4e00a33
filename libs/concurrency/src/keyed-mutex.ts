import { Mutex } from 'async-mutex';

/** A mutex for each key, kept only while it is used. It runs one work at a time for each key, in the order of the calls. */
export class KeyedMutex {
  private readonly mutexes = new Map<string, Mutex>();

  async runExclusive<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const mutex = this.mutexes.get(key) ?? new Mutex();
    this.mutexes.set(key, mutex);
    try {
      return await mutex.runExclusive(work);
    } finally {
      if (!mutex.isLocked()) this.mutexes.delete(key);
    }
  }

  /** Resolves once no work is running for any key. */
  async waitForUnlock(): Promise<void> {
    await Promise.all([...this.mutexes.values()].map((mutex) => mutex.waitForUnlock()));
  }
}
