import { temporaryEventStore } from '#event-store/testing';
import type { Clock } from '#kernel';
import { criteriaContract } from '../testing/criteria-contract';

criteriaContract('SQLite', async (clock: Clock) => {
  const { store, destroy } = temporaryEventStore({ clock });
  return { store, close: destroy };
});
