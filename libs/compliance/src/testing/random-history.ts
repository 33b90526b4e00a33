import fc from 'fast-check';
import type { AllocationFacts, Composition, QuartileFact } from '#allocation';
import { DEFAULT_SURVEY_SCALE, type FragilityNote, type SurveyScale } from '#fragility';
import { aNote, aSurvey } from '#fragility/testing';
import { addDays, day, type Day, type JsonObject } from '#kernel';
import { CONTINGENTS } from '#territory';
import { aCommune, aDistrict, aHolder, aLandlord, anOwnership, aResidence } from '#territory/testing';
import type { DeclaredPublic } from '../declared';
import type { Flag } from '../figures/allocation-fact';
import type { Traits } from '../figures/condition';
import { aLease, type History } from './history';

/** A random event to record: its kind, and four numbers from which its facts are made. */
export type RandomEvent = readonly [kind: number, a: number, b: number, c: number, d: number];

const NOTES: readonly (FragilityNote | null)[] = [null, 1, 2, 3, 4, 5];
/** No scale; one that makes every surveyed residence fragile; one that accepts surveys of 5 dwellings. */
const SCALES: readonly (SurveyScale | null)[] = [
  null,
  { ...DEFAULT_SURVEY_SCALE, cuts: [100, 100, 100, 100] },
  { ...DEFAULT_SURVEY_SCALE, leastDwellings: 5 },
];
const QUARTILES: readonly QuartileFact[] = [1, 2, 3, 4, '2-4', '3-4', null];
const FLAGS = [true, false, null] as const;
export const FIRST_DAY = day('2023-11-20');
/** The number of days on which random events may happen. */
export const SPAN = 100;

function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length]!;
}

function dayAt(number: number): Day {
  return addDays(FIRST_DAY, number % SPAN);
}

/** Records the entities of a territory that random events then change. */
export async function beginTerritory(history: History): Promise<void> {
  for (const code of ['C0', 'C1']) await history.declare('Commune', aCommune(code));
  for (const code of ['L0', 'L1']) await history.declare('Landlord', aLandlord(code));
  for (const code of ['H0', 'H1', 'H2']) await history.declare('ReservationHolder', aHolder(code));
  for (const code of ['R0', 'R1', 'R2'])
    await history.declare('Residence', aResidence(code, { commune: 'C0', landlord: 'L0', districts: ['Q0'] }));
}

/** Records the event: half of the time a lease or its correction, else a change of an entity that leases are joined with. */
export async function recordRandom(history: History, [kind, a, b, c, d]: RandomEvent): Promise<void> {
  const residence = `R${a % 3}`;
  switch (kind % 13) {
    case 0:
      return history.declare(
        'Residence',
        aResidence(residence, {
          commune: `C${b % 2}`,
          landlord: `L${c % 2}`,
          districts: pick([[], ['Q0'], ['Q1'], ['Q0', 'Q1']], d),
          ...pick([{}, { sector: null }, { sector: 'S0' }, { sector: 'S1' }], b + c),
        }),
      );
    case 1:
      return history.own(anOwnership(residence, dayAt(b % 4), `L${c % 2}`));
    case 2:
      return history.note(
        aNote(residence, dayAt(b % 7), {
          commune: pick(NOTES, c),
          landlord: pick(NOTES, d),
          final: pick(NOTES, c + d),
          consensus: pick([null, 'Réunion'], b),
        }),
      );
    case 3:
      return history.survey(aSurvey(residence, 2023 + (b % 2), c % 2 === 0, pick([{}, {}, { dwellings: 5 }], d)));
    case 4:
      return history.declare('ReservationHolder', aHolder(`H${a % 3}`, { contingent: pick(CONTINGENTS, b) }));
    case 5:
      return history.declare(
        'PriorityDistrict',
        aDistrict(`Q${a % 2}`, dayAt(b), pick([null, addDays(dayAt(b), c % 60)], d)),
      );
    case 12:
      return history.scale(pick(SCALES, a), dayAt(b));
    default:
      return history.lease(`lease ${a % 9}`, {
        ...aLease(leaseFacts(a, b, c, d)),
        ...(a % 3 === 0 && { delegatedTo: 'C1' }),
      });
  }
}

/** Publics as events hold them: no field, or a list in order. */
const PUBLICS_OF = [{}, {}, { publics: ['p1'] }, { publics: [] }, { publics: ['p1', 'p2'] }, { publics: ['p2', 'p3'] }];
/** The publics of random histories, as a convention declares them. The last one is sensitive. */
export const RANDOM_PUBLICS: readonly DeclaredPublic[] = ['p1', 'p2', 'p3'].map((code) => ({
  code,
  name: `Public ${code}`,
  sensitive: code === 'p3',
}));

function leaseFacts(a: number, b: number, c: number, d: number): Partial<AllocationFacts> & JsonObject {
  return {
    signedOn: dayAt(b),
    residence: `R${c % 3}`,
    holder: `H${d % 3}`,
    quartile: pick(QUARTILES, a + c),
    firstLetting: pick(FLAGS, b + c),
    cancelled: pick([null, false, false, false, true], c + d),
    transfer: (a + d) % 2 === 0,
    priority: (b + d) % 3 === 0,
    homeWork: (c >> 2) % 3 === 0,
    essentialWorker: pick(FLAGS, d >> 2),
    rehoused: (a >> 3) % 4 === 0,
    composition: pick<Composition | null>([null, 'seul', 'couple'], b),
    ...pick<{ readonly publics?: readonly string[] }>(PUBLICS_OF, a + b),
  };
}

const flag = fc.constantFrom<Flag>(0, 1, null);

/** Random values of the facts of a lease that figures read. */
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
