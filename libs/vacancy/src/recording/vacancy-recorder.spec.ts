import { temporaryEventStore } from '#event-store/testing';
import { vacancyContract } from '../testing/recording-contract';

vacancyContract('SQLite', async (clock) => {
  const { store, destroy } = temporaryEventStore({ clock });
  return { store, close: destroy };
});
