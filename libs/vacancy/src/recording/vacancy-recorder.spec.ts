import { temporaryEventStore } from '#event-store/testing';
import type { Clock } from '#kernel';
import { leaseChangesContract } from '../testing/lease-changes-contract';
import { leaseContract } from '../testing/lease-contract';
import { vacancyContract } from '../testing/recording-contract';

const open = async (clock: Clock) => {
  const { store, destroy } = temporaryEventStore({ clock });
  return { store, close: destroy };
};

vacancyContract('SQLite', open);
leaseContract('SQLite', open);
leaseChangesContract('SQLite', open);
