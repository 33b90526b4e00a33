import { START, type EventStore, type Position } from '#event-store';
import type { Clock } from '#kernel';
import type { ReadModel, ReadStore } from '#read-store';
import type { Held } from '../holding';
import type { ProjectionObserver } from '../observer';
import { countParked, withParked } from '../parked';
import type { Projection } from '../projection';
import { ProjectionRunner, type RunnerStatus } from '../projection-runner';
import { systemTimers, type Timers } from '#concurrency';
import { Effects } from './effect-documents';
import { Performer, type Surroundings } from './performer';
import type { ProcessManager } from './process-manager';
import { projectionOf } from './process-projection';

export interface ProcessRunnerOptions {
  readonly manager: ProcessManager;
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly clock: Clock;
  readonly timers?: Timers;
  readonly observer?: ProjectionObserver;
  /** See `RunnerOptions.alone`. */
  readonly alone?: boolean;
}

/** A projection's status. `parked` counts events and effects; `lagSeconds` is the age of the oldest event not read or effect not done. */
export interface ProcessStatus extends RunnerStatus {
  /** Effects to be done now. */
  readonly due: number;
  /** Timers whose moments are to come. */
  readonly timers: number;
}

/**
 * Runs one process manager. A runner of projections reads its events. Its effects are performed once all the past has been read, so that
 * an effect that was done, cancelled or replaced since does not act.
 */
export class ProcessRunner {
  private readonly projection: Projection;
  private readonly reader: ProjectionRunner;
  private performer: Performer | undefined;
  private hasTriedParked = false;

  constructor(private readonly options: ProcessRunnerOptions) {
    const { manager, observer, timers: _timers, ...stores } = options;
    this.projection = projectionOf(manager);
    this.reader = new ProjectionRunner({
      ...stores,
      projection: this.projection,
      observer: {
        ...observer,
        checkpoint: (name) => {
          observer?.checkpoint?.(name);
          this.performer?.wake();
        },
      },
    });
  }

  get name(): string {
    return this.reader.name;
  }

  /** Reads the past, then follows the store and performs the effects, until the lease is lost. It may be called again. */
  async run(held: Held, surroundings: Surroundings): Promise<void> {
    const ending = new AbortController();
    const end = (): void => ending.abort();
    held.signal.addEventListener('abort', end);
    if (held.signal.aborted) end();
    const performer = (this.performer = this.performerOf(surroundings));
    let performing: Promise<void> = Promise.resolve();
    const { signal } = ending;
    const isHeld = (): boolean => held.isHeld() && !signal.aborted;
    const begin = (): void => {
      performing = performer.run({ token: held.token, signal, isHeld });
    };
    try {
      await this.tryParkedAgain();
      await this.reader.followUntil(signal, begin);
    } finally {
      end();
      held.signal.removeEventListener('abort', end);
      await performing;
    }
  }

  /** Only reads, so it also works beside the process that runs the process manager. */
  async status(): Promise<ProcessStatus> {
    const reading = await this.reader.status();
    const effects = new Effects(await this.model());
    const [due, timers, parked, oldest] = await Promise.all([
      effects.count('due'),
      effects.count('timer'),
      effects.count('parked'),
      effects.oldestDue(),
    ]);
    const waiting = oldest ? Date.parse(this.options.clock.now()) - Date.parse(oldest.body.cause.recordedAt) : 0;
    return {
      ...reading,
      lagSeconds: Math.max(reading.lagSeconds, Math.floor(waiting / 1_000)),
      parked: reading.parked + parked,
      failure: reading.failure ?? this.performer?.failure ?? null,
      due,
      timers,
    };
  }

  /** Ends after the work under way. */
  stop(): Promise<void> {
    return this.reader.stop();
  }

  /** Tries what is parked again, once in each process: the program may have been repaired. */
  private async tryParkedAgain(): Promise<void> {
    if (this.hasTriedParked) return;
    const model = await this.model();
    const effects = new Effects(model);
    // A parked event is missing from the state, so the whole history is read again. The commands already done are known by their ids.
    if ((await countParked(model)) > 0) await model.clear();
    else for (const effect of await effects.parked()) await effects.unpark(effect);
    this.hasTriedParked = true;
  }

  private performerOf(surroundings: Surroundings): Performer {
    const { manager, clock, timers = systemTimers, observer } = this.options;
    return new Performer({
      ...surroundings,
      manager: manager.name,
      model: () => this.model(),
      isUpToDate: this.upToDate(),
      clock,
      timers,
      observer,
    });
  }

  /** Whether everything recorded when it was first asked has been read. After a yes, it looks at the head of the history again. */
  private upToDate(): () => Promise<boolean> {
    let head: Position | undefined;
    return async () => {
      head ??= (await this.options.eventStore.head())?.position ?? START;
      const isKnown = await this.reader.shows(head);
      if (isKnown) head = undefined;
      return isKnown;
    };
  }

  private model(): Promise<ReadModel> {
    return this.options.readStore.active(withParked(this.projection.model));
  }
}
