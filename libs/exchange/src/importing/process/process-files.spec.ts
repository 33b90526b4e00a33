import type { Clock } from '#kernel';
import { temporaryEventStore } from '#event-store/testing';
import { landlordFilesContract, processFilesContract } from '../../testing';

const open = async (clock: Clock) => {
  const temporary = temporaryEventStore({ clock });
  return { store: temporary.store, close: () => temporary.destroy() };
};

processFilesContract('SQLite', open);
landlordFilesContract('SQLite', open);
