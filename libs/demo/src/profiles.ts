import type { DwellingType } from './dwellings';
import type { Kind } from './household';
import type { Lease } from './leases';
import type { Random } from './random';
import { percentOf } from './share-out';
import { PROFILES_2023 } from './sqy/printed';

type Weights = Readonly<Partial<Record<DwellingType, number>>>;

/** The weight of a dwelling type, among the homes of each kind of household. */
const WITH_CHILDREN: Weights = { T2: 1, T3: 4, T4: 6, T5: 9 };
const SINGLE_PARENTS: Weights = { T2: 9, T3: 4, T4: 2, T5: 1 };
const ALONE: Weights = { T1: 1000, T2: 8, T3: 2 };
/** A T2 is let to two people at most. */
const TWO_PEOPLE = new Set<DwellingType>(['T1', 'T2']);

/**
 * The kind of household of each first-quartile and each priority lease, in the printed shares. The printed shares are
 * those of 2023; other years have the same. The other leases have a household of any kind.
 */
export function kindsOf(
  random: Random,
  leases: readonly Lease[],
  first: ReadonlySet<Lease>,
  priority: ReadonlySet<Lease>,
): ReadonlyMap<Lease, Kind> {
  const kinds = firstQuartileKinds(
    random,
    leases.filter((lease) => first.has(lease)),
  );
  const of = leases.filter((lease) => priority.has(lease));
  for (const [lease, kind] of priorityKinds(random, of, kinds)) kinds.set(lease, kind);
  return kinds;
}

function firstQuartileKinds(random: Random, leases: readonly Lease[]): Map<Lease, Kind> {
  const { withChildren, singleParentsOfThese } = PROFILES_2023.firstQuartile;
  const families = draw(random, percentOf(withChildren, leases.length), leases, WITH_CHILDREN);
  // Two people with a child are a single parent and the child.
  const small = [...families].filter(({ dwelling }) => TWO_PEOPLE.has(dwelling.type));
  const larger = [...families].filter(({ dwelling }) => !TWO_PEOPLE.has(dwelling.type));
  const singles = percentOf(singleParentsOfThese, families.size) - small.length;
  const single = new Set([...small, ...draw(random, singles, larger, SINGLE_PARENTS)]);
  return new Map(
    leases.map((lease) => {
      if (!families.has(lease)) return [lease, childless(random, lease)];
      return [lease, single.has(lease) ? 'single_parent' : 'family'];
    }),
  );
}

/** The kinds of the priority leases that have none yet: those that make the whole reach the printed shares. */
function priorityKinds(
  random: Random,
  leases: readonly Lease[],
  known: ReadonlyMap<Lease, Kind>,
): ReadonlyMap<Lease, Kind> {
  const missing = (percent: number, kind: Kind) =>
    percentOf(percent, leases.length) - leases.filter((lease) => known.get(lease) === kind).length;
  const open = leases.filter((lease) => !known.has(lease));
  const alone = draw(random, missing(PROFILES_2023.priority.alone, 'alone'), open, ALONE);
  const others = open.filter((lease) => !alone.has(lease));
  const single = draw(random, missing(PROFILES_2023.priority.singleParents, 'single_parent'), others, SINGLE_PARENTS);
  return new Map(
    open.map((lease) => {
      if (alone.has(lease)) return [lease, 'alone'];
      if (single.has(lease)) return [lease, 'single_parent'];
      return [lease, TWO_PEOPLE.has(lease.dwelling.type) || random.chance(15) ? 'couple' : 'family'];
    }),
  );
}

function childless(random: Random, { dwelling }: Lease): Kind {
  return dwelling.type === 'T1' || random.chance(60) ? 'alone' : 'couple';
}

/** So many of the leases whose dwelling has a weight. */
function draw(random: Random, count: number, leases: readonly Lease[], weights: Weights): Set<Lease> {
  const suitable = leases.filter(({ dwelling }) => weights[dwelling.type] !== undefined);
  return new Set(random.exactly(count, suitable, ({ dwelling }) => weights[dwelling.type]!));
}
