import fc from 'fast-check';
import type { Flag } from '../figures/allocation-fact';
import type { Traits } from '../figures/condition';

const flag = fc.constantFrom<Flag>(0, 1, null);

/** Any facts that figures read of a lease. */
export const randomTraits: fc.Arbitrary<Traits> = fc.record({
  quartile: fc.constantFrom<Traits['quartile']>('1', '2', '3', '4', '2-4', '3-4', null),
  note: fc.constantFrom<Traits['note']>(1, 2, 3, 4, 5, null),
  inQpv: flag,
  firstLetting: flag,
  cancelled: fc.constantFrom<Flag>(0, 0, 0, 1, null),
  transfer: flag,
  priority: flag,
  homeWork: flag,
  essentialWorker: flag,
  rehoused: flag,
});
