import { newUuid } from '#kernel';
import { STORE_STREAM } from './bookkeeping';
import type { Calls } from './calls';
import type { Connection } from './connection';
import type { ServerRecord } from './record';

const BEGAN = 'ReceivingBegan';
const ENDED = 'ReceivingEnded';

/**
 * A mark on the server while a history arrives, from its first event to its last: nothing else may be appended
 * meanwhile.
 */
export class ReceivingMark {
  /** The mark as this process knows it. Every append looks at it; the server's mark is read when a store is opened. */
  isKnown = false;

  constructor(
    private readonly connection: Connection,
    private readonly calls: Calls,
  ) {}

  async isSet(): Promise<boolean> {
    this.isKnown = (await this.last()).type === BEGAN;
    return this.isKnown;
  }

  set(): Promise<void> {
    return this.write(BEGAN);
  }

  lift(): Promise<void> {
    return this.write(ENDED);
  }

  private async write(type: typeof BEGAN | typeof ENDED): Promise<void> {
    for (let last = await this.last(); last.type !== type; last = await this.last()) {
      if (type === ENDED && last.type !== BEGAN) break;
      const event = { id: newUuid(), type, data: {}, metadata: {} };
      await this.calls.run(() => this.connection.append(STORE_STREAM, last.revision, [event]));
    }
    this.isKnown = type === BEGAN;
  }

  private async last(): Promise<ServerRecord> {
    const options = { direction: 'backward', maxCount: 1 } as const;
    const { records } = await this.calls.run(() => this.connection.readStream(STORE_STREAM, options));
    return records[0]!;
  }
}
