import type { Contingent } from './holders';
import type { Lease } from './leases';
import type { Random } from './random';
import { YEAR_2023 } from './sqy/printed';

/** A lease with all the facts that figures read. */
export interface Allocation extends Lease {
  readonly quartile: 1 | 2 | 3 | 4;
  readonly dalo: boolean;
  /** A letter of article L441-1, or empty. */
  readonly priorityCategory: string;
  readonly rehousing: '' | 'anru' | 'orcod';
  readonly transfer: boolean;
}

/** The weight of a first-quartile household, by the note of the residence, both in QPV and outside. */
const FIRST_QUARTILE_WEIGHT = { none: 3, 1: 5, 2: 5, 3: 3, 4: 1, 5: 1 } as const;
/** The weight of a priority household, by contingent. Most households of the State's contingent are priority households. */
const PRIORITY_WEIGHT: Readonly<Record<Contingent, number>> = {
  etat: 19,
  etat_fonctionnaires: 2,
  commune: 4,
  epci: 6,
  action_logement: 5,
  departement: 6,
  bailleur: 4,
};
const UPPER_QUARTILES = [
  [2, 37],
  [3, 36],
  [4, 27],
] as const;
const PRIORITY_CATEGORIES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'] as const;
/** The number of rehoused households of the first quartile outside QPV, and of those rehoused in QPV. The convention prints neither. */
const REHOUSED_OF_FIRST_QUARTILE = 14;
const REHOUSED_IN_QPV = 23;
const PERCENT = { orcod: 12, transfer: 27, transferOfRehoused: 92, dalo: 18, daloAlone: 50 };

/** Gives the leases their quartiles, rehousings and priorities, so that the printed counts come out exactly. */
export function allocationsOf(random: Random, leases: readonly Lease[]): Allocation[] {
  const first = firstQuartiles(random, leases);
  const rehoused = rehousedAmong(random, leases, first);
  const priority = new Set(random.exactly(YEAR_2023.priority, leases, ({ contingent }) => PRIORITY_WEIGHT[contingent]));
  return leases.map((lease) => ({
    ...lease,
    quartile: first.has(lease) ? 1 : random.weighted(UPPER_QUARTILES),
    rehousing: rehoused.has(lease) ? (random.chance(PERCENT.orcod) ? 'orcod' : 'anru') : '',
    transfer: random.chance(rehoused.has(lease) ? PERCENT.transferOfRehoused : PERCENT.transfer),
    ...(priority.has(lease) ? priorityGround(random) : { dalo: false, priorityCategory: '' }),
  }));
}

function firstQuartiles(random: Random, leases: readonly Lease[]): Set<Lease> {
  const weight = ({ dwelling }: Lease) => FIRST_QUARTILE_WEIGHT[dwelling.residence.note ?? 'none'];
  const inside = leases.filter(({ inQpv }) => inQpv);
  const outside = leases.filter(({ inQpv }) => !inQpv);
  return new Set([
    ...random.exactly(YEAR_2023.inQpv.firstQuartile, inside, weight),
    ...random.exactly(YEAR_2023.outsideQpv.firstQuartile, outside, weight),
  ]);
}

function rehousedAmong(random: Random, leases: readonly Lease[], first: ReadonlySet<Lease>): Set<Lease> {
  const { firstQuartile, firstQuartileOrRehoused } = YEAR_2023.outsideQpv;
  const outside = leases.filter(({ inQpv }) => !inQpv);
  const evenly = () => 1;
  return new Set([
    ...random.exactly(
      firstQuartileOrRehoused - firstQuartile,
      outside.filter((lease) => !first.has(lease)),
      evenly,
    ),
    ...random.exactly(
      REHOUSED_OF_FIRST_QUARTILE,
      outside.filter((lease) => first.has(lease)),
      evenly,
    ),
    ...random.exactly(
      REHOUSED_IN_QPV,
      leases.filter(({ inQpv }) => inQpv),
      evenly,
    ),
  ]);
}

function priorityGround(random: Random): Pick<Allocation, 'dalo' | 'priorityCategory'> {
  const dalo = random.chance(PERCENT.dalo);
  const alone = dalo && random.chance(PERCENT.daloAlone);
  return { dalo, priorityCategory: alone ? '' : random.pick(PRIORITY_CATEGORIES) };
}
