import { finding, unknownFacts, type CountedFacts, type Finding } from './criterion';

/** Persons whom each number of rooms is too small for, from so many on. */
const TOO_MANY = [3, 4, 6, 8, 10] as const;
const MORE_A_ROOM = 2;

/** Square metres for two persons, and for each one more. */
const LEAST_FOR_TWO = 16;
const MORE_A_PERSON = 9;

/** The number of persons from which a home of so many rooms is over-occupied. */
export function tooManyIn(rooms: number): number {
  const last = TOO_MANY.length;
  return TOO_MANY[rooms - 1] ?? TOO_MANY[last - 1]! + MORE_A_ROOM * (rooms - last);
}

type Home = Pick<CountedFacts, 'personsOf14OrMore' | 'childrenUnder14' | 'personsOver3' | 'rooms' | 'surface'>;

/** Over-occupied by the count of persons over three years, or by the surface: either is enough. */
export function overOccupied({ rooms, surface, personsOver3, ...household }: Home): Finding {
  const persons = personsIn(household);
  const byRooms = rooms === null || personsOver3 === null ? null : personsOver3 >= tooManyIn(rooms);
  const least = persons < 2 ? 0 : LEAST_FOR_TWO + MORE_A_PERSON * (persons - 2);
  const bySurface = least === 0 ? false : surface === null ? null : surface < 100 * least;
  const byCount = { rooms, personsOver3, tooMany: rooms === null ? null : tooManyIn(rooms) };
  if (byRooms) return finding(true, 'too-many-persons', byCount);
  if (bySurface) return finding(true, 'too-small', { persons, surface, leastSurface: least });
  if (byRooms === null) return unknownFacts({ rooms, personsOver3 });
  return bySurface === null
    ? unknownFacts({ surface })
    : finding(false, 'large-enough', { ...byCount, persons, surface, leastSurface: least });
}

/** A room too many: more than one room above the number of persons (L621-2). */
export function underOccupied({ rooms, ...household }: Omit<Home, 'personsOver3' | 'surface'>): Finding {
  if (rooms === null) return unknownFacts({ rooms });
  const persons = personsIn(household);
  const isTooLarge = rooms > persons + 1;
  return finding(isTooLarge, isTooLarge ? 'room-too-many' : 'no-room-too-many', { rooms, persons });
}

function personsIn({
  personsOf14OrMore,
  childrenUnder14,
}: Pick<Home, 'personsOf14OrMore' | 'childrenUnder14'>): number {
  return personsOf14OrMore + childrenUnder14;
}
