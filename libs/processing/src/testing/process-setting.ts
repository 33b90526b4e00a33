import { setTimeout as wait } from 'node:timers/promises';
import { START, type EventStore, type NewEvent } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { DEFAULT_TIME_ZONE, instantOf, systemClock, type Clock } from '#kernel';
import type { ReadStore } from '#read-store';
import { temporaryReadStore, type TemporaryReadStore } from '#read-store/testing';
import type { Held } from '../holding';
import { withParked } from '../parked';
import type { CommandSender, SystemCommand } from '../process/command-sender';
import { Effects, latestTextBefore } from '../process/effect-documents';
import { projectionOf } from '../process/process-projection';
import { ProcessRunner, type ProcessRunnerOptions } from '../process/process-runner';
import type { ProcessManager } from '../process/process-manager';
import type { Mortal } from './mortal';
import { CANDIDATES, SAMPLE_PROCESS, sampleSender, type Obstacle } from './sample-process';

/** Stores of any kind, empty at first. */
export interface ProcessStores {
  readonly eventStore: EventStore;
  /** A new read store each time: the one before is lost. */
  makeReadStore(): Promise<ReadStore> | ReadStore;
  destroy(): Promise<void>;
}

/** Stores on SQLite, each in a folder of its own. */
export function temporaryStores(clock?: Clock): ProcessStores {
  const events = temporaryEventStore({ clock });
  const read: TemporaryReadStore[] = [];
  return {
    eventStore: events.store,
    makeReadStore: () => {
      read.push(temporaryReadStore());
      return read.at(-1)!.store;
    },
    destroy: async () => {
      for (const one of read) await one.destroy();
      await events.destroy();
    },
  };
}

/** A running process. The test decides when it ends. */
export interface RunningProcess {
  readonly runner: ProcessRunner;
  /** Ends the process, as the loss of its lease does. */
  end(): Promise<void>;
}

const QUIET_WITHIN_MS = 20_000;

/** The sample process manager over stores, run by one process after the other. */
export class ProcessSetting {
  readonly obstacles = new Map<string, Obstacle>();
  /** Every command that any process sent. */
  readonly sent: SystemCommand[] = [];
  timeZone = DEFAULT_TIME_ZONE;
  private running: RunningProcess[] = [];

  private constructor(
    readonly stores: ProcessStores,
    public readStore: ReadStore,
    readonly clock: Clock,
    /** A test may replace it, as a new version of the program does. */
    public manager: ProcessManager,
  ) {}

  static async open(
    stores: ProcessStores,
    { clock = systemClock, manager = SAMPLE_PROCESS }: { clock?: Clock; manager?: ProcessManager } = {},
  ): Promise<ProcessSetting> {
    return new ProcessSetting(stores, await stores.makeReadStore(), clock, manager);
  }

  async record(...events: readonly NewEvent[]): Promise<void> {
    const { eventStore } = this.stores;
    for (const event of events) {
      const stream = CANDIDATES.name(event.data['candidate'] as string);
      await eventStore.append({ stream, expected: 'any', events: [event] });
    }
  }

  /** The events recorded by the system, in the order of their ids. */
  async effects(): Promise<readonly object[]> {
    const all = await this.stores.eventStore.readAll({ maxCount: 1_000 });
    return all
      .filter(({ metadata }) => metadata.actor === 'system')
      .map(({ id, stream, type, data, metadata: { causationId, correlationId, effectiveDay } }) => {
        return { id, stream, type, data, causationId, correlationId, effectiveDay };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Starts a process. It is started again when it fails, as the holder of its lease does. */
  run(
    options: Partial<ProcessRunnerOptions> & { readonly mortal?: Mortal; readonly held?: Partial<Held> } = {},
  ): RunningProcess {
    const { mortal, held, ...rest } = options;
    const eventStore = mortal?.eventStore(this.stores.eventStore) ?? this.stores.eventStore;
    const readStore = mortal?.readStore(this.readStore) ?? this.readStore;
    const { clock, manager } = this;
    const runner = new ProcessRunner({ manager, eventStore, readStore, clock, ...rest });
    const ending = new AbortController();
    const { signal } = ending;
    const surroundings = { sender: this.sender(eventStore), timeZone: async () => this.timeZone };
    const done = (async () => {
      while (!signal.aborted && !mortal?.isDead) {
        await runner
          .run({ token: 1, signal, isHeld: () => !signal.aborted, ...held }, surroundings)
          .catch(() => undefined);
        if (!signal.aborted) await wait(5);
      }
    })();
    const running = {
      runner,
      end: async () => {
        ending.abort();
        await done;
        await runner.stop();
      },
    };
    this.running.push(running);
    return running;
  }

  /** The sender of a process that uses that store. */
  sender(eventStore: EventStore = this.stores.eventStore): CommandSender {
    const { send } = sampleSender(eventStore, this.obstacles);
    return {
      send: (command) => {
        this.sent.push(command);
        return send(command);
      },
    };
  }

  /** Runs a process until nothing is left to do, or it dies. */
  async runUntilQuiet(mortal?: Mortal): Promise<void> {
    const { end } = this.run({ mortal });
    await Promise.race([this.quiet(mortal), ...(mortal ? [mortal.died] : [])]);
    await end();
  }

  /** Resolves once all is read and nothing is due. */
  async quiet(mortal?: Mortal): Promise<void> {
    const limit = performance.now() + QUIET_WITHIN_MS;
    while (!mortal?.isDead && !(await this.isQuiet())) {
      if (performance.now() > limit) throw new Error(`not quiet: ${JSON.stringify(await this.watcher().status())}`);
      await wait(3);
    }
  }

  private async isQuiet(): Promise<boolean> {
    const { due, position } = await this.watcher().status();
    const from = position ?? START;
    const [missing] = await this.stores.eventStore.readAll({ from, types: this.manager.types, maxCount: 1 });
    return !missing && due === 0 && !(await this.timersAreDue());
  }

  /** A runner that only reads the status, beside the process that runs. */
  watcher(): ProcessRunner {
    const { manager, clock, readStore, stores } = this;
    return new ProcessRunner({ manager, eventStore: stores.eventStore, readStore, clock });
  }

  async effectDocuments(): Promise<Effects> {
    return new Effects(await this.readStore.active(withParked(projectionOf(this.manager).model)));
  }

  async loseReadStore(): Promise<void> {
    this.readStore = await this.stores.makeReadStore();
  }

  async destroy(): Promise<void> {
    for (const { end } of this.running.splice(0)) await end();
    await this.stores.destroy();
  }

  /** A timer of a day counts as due from noon on: tests of the exact midnight wait in another way. */
  private async timersAreDue(): Promise<boolean> {
    const effects = await this.effectDocuments();
    const now = this.clock.now();
    const near = await effects.timersUpTo(latestTextBefore(now));
    const noon = instantOf(Date.parse(now) - 43_200_000).slice(0, 10);
    return near.some(({ body }) => (body.wakeAt!.includes('T') ? body.wakeAt! <= now : body.wakeAt! <= noon));
  }
}
