import { ChainWriter, type EventStore, type EventStoreDb, type Upcasters } from '#event-store';
import { CodedError, systemClock, type Clock } from '#kernel';
import type { Db } from '#mongodb';
import type { Vault } from '#people';
import { ProcessingEngine, ProcessRunner, type Projection } from '#processing';
import { Closing } from './closing';
import { Installation, type ProcessDefinition } from './installation';
import { Parts, type Instruments, type Mode } from './parts';
import type { Place } from './place';

export interface InstallationOptions {
  readonly place: Place;
  readonly mode: Mode;
  /** How events of older versions are read. They must cover every library that writes events. */
  readonly upcasters: Upcasters;
  /** The projections that the installation keeps, or reads. */
  readonly projections: readonly Projection[];
  /** The process managers whose status it gives, and which run where `processWorks` are begun. */
  readonly processes?: readonly ProcessDefinition[];
  readonly clock?: Clock;
  readonly instruments?: Instruments;
}

/** Opens an installation at its place. @throws CodedError as the event store, the read store and the vault do */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const { place, mode, upcasters, projections, processes = [], clock = systemClock, instruments = {} } = options;
  refuseNamesakes([...projections.map(({ model }) => model.name), ...processes.map(({ manager }) => manager.name)]);
  const closing = new Closing();
  const parts = new Parts(place, mode, clock, closing);
  try {
    parts.lockFolder();
    const store = await parts.eventStore(upcasters, instruments);
    const { watch = (watched: EventStore) => watched, projections: observer } = instruments;
    const eventStore = watch(store);
    const readStore = await parts.readStore();
    const alone = place.mongoUrl === undefined;
    const stores = { eventStore, readStore, clock, observer, alone };
    return new Installation({
      place,
      mode,
      clock,
      eventStore,
      readStore,
      engine: new ProcessingEngine({ projections, ...stores }),
      processes: processes.map(({ manager, sender }) => ({
        runner: new ProcessRunner({ manager, ...stores }),
        sender,
      })),
      vaultSource: parts.vault(),
      chain:
        place.eventStoreUrl === undefined
          ? undefined
          : (extending) => new ChainWriter(store as EventStoreDb, extending),
      sharedDatabase: await parts.sharedDatabase(),
      keysDatabase: place.mongoUrl === undefined ? undefined : () => parts.keysDatabase(),
      closing,
    });
  } catch (error) {
    await closing.run().catch(() => undefined);
    throw error;
  }
}

/** Each projection and each process manager keeps its documents and its checkpoint under its name. */
function refuseNamesakes(names: readonly string[]): void {
  if (new Set(names).size < names.length)
    throw new CodedError('invalid-definition', `projections and process managers share a name: ${names.join(', ')}`);
}

/** The database of the keys of a place, which the caller closes; undefined where the keys are in the folder. @throws CodedError as `connectMongo` */
export async function keysDatabaseOf(place: Place): Promise<{ database: Db; close(): Promise<void> } | undefined> {
  if (place.mongoUrl === undefined) return undefined;
  const closing = new Closing();
  const database = await new Parts(place, 'writer', systemClock, closing).keysDatabase();
  return { database, close: () => closing.run() };
}

/** The events and the keys of a place, for a thread of the process that holds the place: the thread reads and seals. */
export interface Beside {
  readonly store: EventStore;
  readonly vault: Vault;
  close(): Promise<void>;
}

/** @throws CodedError as the event store and the vault do */
export async function openBeside(place: Place, upcasters: Upcasters): Promise<Beside> {
  const closing = new Closing();
  try {
    const parts = new Parts(place, 'reader', systemClock, closing);
    const store = await parts.eventStore(upcasters);
    const vault = await parts.vault().open();
    closing.add(() => vault.close());
    return { store, vault, close: () => closing.run() };
  } catch (error) {
    await closing.run().catch(() => undefined);
    throw error;
  }
}
