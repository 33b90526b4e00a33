import type { CountingEventStore, NewEvent, Position } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { systemClock } from '#kernel';
import type { ReadModel, ReadStore } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { withParked } from '../parked';
import { ProjectionRunner, type RunnerOptions } from '../projection-runner';
import { SAMPLE } from './sample';

/** Both stores in folders of their own, and the sample projection over them. */
export class Setting {
  readonly events = temporaryEventStore();
  readonly documents = temporaryReadStore();
  private readonly runners: ProjectionRunner[] = [];
  private streams = 0;

  get eventStore(): CountingEventStore {
    return this.events.store as unknown as CountingEventStore;
  }

  get readStore(): ReadStore {
    return this.documents.store;
  }

  /** Appends each event to a stream of its own. */
  async append(...events: readonly NewEvent[]): Promise<Position[]> {
    const positions: Position[] = [];
    for (const event of events) {
      const stream = `lease-${++this.streams}`;
      positions.push((await this.eventStore.append({ stream, expected: 'none', events: [event] })).position);
    }
    return positions;
  }

  runner(options: Partial<RunnerOptions> = {}): ProjectionRunner {
    const { eventStore, readStore } = this;
    const runner = new ProjectionRunner({ projection: SAMPLE, eventStore, readStore, clock: systemClock, ...options });
    this.runners.push(runner);
    return runner;
  }

  model(): Promise<ReadModel> {
    return this.readStore.active(withParked(SAMPLE.model));
  }

  async leasesOf(landlord: string): Promise<number> {
    return (await (await this.model()).get<{ leases: number }>('counter', landlord))?.body.leases ?? 0;
  }

  async destroy(): Promise<void> {
    for (const runner of this.runners) await runner.stop();
    await this.events.destroy();
    await this.documents.destroy();
  }
}
