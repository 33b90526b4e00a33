import { temporaryEventStore } from '#event-store/testing';
import { tokenContract } from '../testing';

tokenContract('SQLite', async (clock) => {
  const { store, destroy } = await temporaryEventStore({ clock });
  return { store, close: destroy };
});
