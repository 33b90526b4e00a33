import { temporaryEventStore } from '#event-store/testing';
import { processFilesContract } from '../../testing';

processFilesContract('SQLite', async (clock) => {
  const temporary = temporaryEventStore({ clock });
  return { store: temporary.store, close: () => temporary.destroy() };
});
