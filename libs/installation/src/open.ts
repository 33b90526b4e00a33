import { systemClock, type Clock } from '#kernel';
import { openSqliteEventStore } from '#event-store';
import { openSqliteVault, vaultExists } from '#people';
import { ProcessingEngine, type Projection } from '#processing';
import { openSqliteReadStore } from '#read-store';
import { Installation } from './installation';
import type { Instruments } from './instruments';

export interface InstallationOptions {
  readonly folder: string;
  /** `writer` takes the folder's lock; `reader` stands beside whoever holds it. */
  readonly mode: 'writer' | 'reader';
  /** The projections that it keeps, or reads. */
  readonly projections: readonly Projection[];
  readonly clock?: Clock;
  readonly instruments?: Instruments;
}

/** Opens the embedded stores of a data folder. @throws CodedError as the event store, the read store and the vault do. */
export function openInstallation({
  folder,
  mode,
  projections,
  clock = systemClock,
  instruments = {},
}: InstallationOptions): Installation {
  const { onCommitted, watch = (store) => store, projections: observer } = instruments;
  const eventStore = watch(openSqliteEventStore({ folder, mode, clock, onCommitted }));
  const readStore = openSqliteReadStore({ folder, mode });
  const engine = new ProcessingEngine({ eventStore, readStore, projections, clock, observer });
  const masterKeyFile = process.env['MIXITE_MASTER_KEY_FILE'];
  const vaultSource = {
    exists: async () => vaultExists(folder),
    open: () => openSqliteVault({ folder, masterKeyFile }),
  };
  return new Installation(folder, mode, clock, eventStore, readStore, engine, vaultSource);
}
