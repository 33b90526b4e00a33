import { temporaryEventStore } from '#event-store/testing';
import type { Clock } from '#kernel';
import { leaseContract } from '../testing/lease-contract';
import { vacancyContract } from '../testing/recording-contract';

const open = async (clock: Clock) => {
  const { store, destroy } = temporaryEventStore({ clock });
  return { store, close: destroy };
};

vacancyContract('SQLite', open);
leaseContract('SQLite', open);
