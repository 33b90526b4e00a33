import type { EventStore, Position } from '#event-store';
import { CodedError, type Clock } from '#kernel';
import type { ReadStore } from '#read-store';
import type { ProjectionObserver } from './observer';
import type { Projection } from './projection';
import { ProjectionRunner, type RunnerStatus } from './projection-runner';

export interface EngineOptions {
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly projections: readonly Projection[];
  readonly clock: Clock;
  readonly observer?: ProjectionObserver;
  /** False where other processes use the same read store. Default: true. */
  readonly alone?: boolean;
}

/** All the projections of an installation. On stores opened for reading, it can only give their status. */
export class ProcessingEngine {
  private readonly runners: ReadonlyMap<string, ProjectionRunner>;

  constructor({ projections, ...stores }: EngineOptions) {
    this.runners = new Map(
      projections.map((projection) => [projection.model.name, new ProjectionRunner({ projection, ...stores })]),
    );
    if (this.runners.size < projections.length)
      throw new CodedError('invalid-definition', 'two projections have the same name');
  }

  all(): readonly ProjectionRunner[] {
    return [...this.runners.values()];
  }

  /** @throws CodedError `unknown-projection` */
  runner(name: string): ProjectionRunner {
    const runner = this.runners.get(name);
    if (!runner) throw new CodedError('unknown-projection', `there is no projection ${name}`, { name });
    return runner;
  }

  /** Brings every projection up to the head, one after the other. */
  async catchUpAll(): Promise<void> {
    for (const runner of this.runners.values()) await runner.catchUp();
  }

  /** Catches up, then follows the store until `stop`. */
  async startLive(): Promise<void> {
    for (const runner of this.runners.values()) await runner.startLive();
  }

  /** Resolves once every projection shows what the event at the position did. */
  async waitForAll(position: Position): Promise<void> {
    await Promise.all([...this.runners.values()].map((runner) => runner.waitFor(position)));
  }

  /** Whether readers of every projection see what the event at the position did, even where another process moves the projections. */
  async showAll(position: Position): Promise<boolean> {
    const shown = await Promise.all([...this.runners.values()].map((runner) => runner.shows(position)));
    return !shown.includes(false);
  }

  statusAll(): Promise<readonly RunnerStatus[]> {
    return Promise.all([...this.runners.values()].map((runner) => runner.status()));
  }

  /** Builds a new generation beside the live one, then swaps them. @throws CodedError `unknown-projection`, and as `ProjectionRunner.rebuild` */
  async rebuild(name: string): Promise<void> {
    await this.runner(name).rebuild();
  }

  /** Ends after the work under way. */
  async stop(): Promise<void> {
    await Promise.all([...this.runners.values()].map((runner) => runner.stop()));
  }
}
