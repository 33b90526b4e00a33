import type { DwellingType } from './dwellings';
import type { Random } from './random';
import { COMMUNES } from './sqy/communes';

export type Composition = 'seul' | 'couple' | 'couple_enfants' | 'monoparentale' | 'nombreuse' | 'autre';

export interface Household {
  readonly adults: number;
  readonly children: number;
  readonly composition: Composition;
  readonly homeCommune: string;
  /** Empty where nobody works, or where the commune is not known. */
  readonly workCommune: string;
  readonly mobile: boolean;
  readonly essentialWorker: boolean;
}

/** Communes around the territory, by INSEE code: Versailles, Rambouillet, Sartrouville, Les Mureaux, Palaiseau, Boulogne-Billancourt, Nanterre, Paris. */
const AROUND = ['78646', '78517', '78586', '78440', '91477', '92012', '92050', '75056'] as const;

const ADULTS: readonly (readonly [number, number])[] = [
  [1, 55],
  [2, 40],
  [3, 5],
];
/** The greatest number of people to whom a dwelling of each type is let. */
const MOST_PEOPLE: Readonly<Record<DwellingType, number>> = { T1: 1, T2: 2, T3: 4, T4: 6, T5: 8 };
/** A family with this number of children or more is large. */
const LARGE_FAMILY = 3;

/** What a household is made of, where the profiles of a year say it. */
export type Kind = 'alone' | 'couple' | 'single_parent' | 'family';

interface Members {
  readonly adults: number;
  readonly children: number;
}

/** A household whose size suits the dwelling, of that kind where one is given. */
export function householdFor(random: Random, type: DwellingType, kind?: Kind): Household {
  const members = kind ? membersOf(random, MOST_PEOPLE[type], kind) : anyMembers(random, MOST_PEOPLE[type]);
  const workCommune = random.chance(14) ? '' : place(random, 52);
  return {
    ...members,
    composition: compositionOf(members),
    homeCommune: random.chance(3) ? '' : place(random, 64),
    workCommune,
    mobile: workCommune !== '' && random.chance(3),
    essentialWorker: workCommune !== '' && random.chance(21),
  };
}

function anyMembers(random: Random, most: number): Members {
  const adults = Math.min(random.weighted(ADULTS), most);
  const children = most > 2 ? random.between(most > 4 ? 1 : 0, most - adults) : random.below(most - adults + 1);
  return { adults, children };
}

/** A single parent has fewer children than a large family, which is another composition. */
function membersOf(random: Random, most: number, kind: Kind): Members {
  switch (kind) {
    case 'alone':
      return { adults: 1, children: 0 };
    case 'couple':
      return { adults: 2, children: 0 };
    case 'single_parent':
      return { adults: 1, children: random.between(1, Math.min(most - 1, LARGE_FAMILY - 1)) };
    case 'family':
      return { adults: 2, children: random.between(1, most - 2) };
  }
}

function compositionOf({ adults, children }: Members): Composition {
  if (children >= LARGE_FAMILY) return 'nombreuse';
  if (adults > 2) return 'autre';
  if (adults === 2) return children > 0 ? 'couple_enfants' : 'couple';
  return children > 0 ? 'monoparentale' : 'seul';
}

/** A commune. It is in the territory `percentInside` times out of a hundred. */
function place(random: Random, percentInside: number): string {
  return random.chance(percentInside) ? random.pick(COMMUNES).code : random.pick(AROUND);
}
