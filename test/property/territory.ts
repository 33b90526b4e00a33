import * as fc from 'fast-check';
import { versioned } from './versions';

/** Real communes of one EPCI, so that their codes are accepted. */
const COMMUNES = ['78165', '78208', '78297', '78423', '78490', '78621'] as const;
export const LANDLORDS = ['123456782', 'L-B', 'L-C'] as const;
const CONTINGENTS = [
  'etat',
  'etat_fonctionnaires',
  'commune',
  'epci',
  'action_logement',
  'departement',
  'bailleur',
  'autre',
] as const;
export const YEARS = [2022, 2023, 2024] as const;

/** One of the few days of the history, shifted a little, so that leases fall on the days on which something changes. */
export interface DayChoice {
  readonly pick: number;
  readonly shift: number;
}

/** An index, taken modulo the number of things. */
const index = fc.nat(99);
const flag = fc.constantFrom('', 'O', 'N');
const required = fc.constantFrom('O', 'N');
const name = fc.constantFrom('Le Clos', 'L’Orée', 'Bel Air', 'Forêt; "Été"', 'Grand-Hêtre');

export const dayChoice: fc.Arbitrary<DayChoice> = fc.record({
  pick: index,
  shift: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.constantFrom(-1, 1) },
    { weight: 2, arbitrary: fc.integer({ min: -200, max: 200 }) },
  ),
});

/** The period in which a QPV is in force, or two that follow each other. */
const districtKind = fc.constantFrom('from', 'until', 'window', 'succession');

const district = versioned(
  fc.record({ commune: index, kind: districtKind }),
  fc.record({ name, turn: dayChoice, gap: fc.constantFrom(0, 0, 1, 30) }),
);
const residence = versioned(
  fc.constant(null),
  fc.record({
    name,
    commune: index,
    landlord: index,
    inQpv: fc.constantFrom(true, true, false),
    district: index,
    dwellings: fc.integer({ min: 1, max: 300 }),
  }),
);
const noteCell = fc.constantFrom('', '', '1', '2', '3', '4', '5');
const note = versioned(
  fc.record({ residence: index, from: dayChoice }),
  fc.record({
    statistical: noteCell,
    commune: noteCell,
    landlord: noteCell,
    final: fc.constantFrom('none', 'none', 'same', '1', '3', '4', '5'),
  }),
);
const survey = versioned(
  fc.record({ residence: index, year: fc.constantFrom(2021, 2022, 2023, 2024) }),
  fc.record({
    logements: fc.constantFrom('10', '11', '11', '80'),
    taux_reponse: fc.constantFrom('49.99', '50', '83.5', '100'),
    part_moins_40_plus: fc.constantFrom('0', '31.99', '32', '42.99', '43', '60'),
    taux_activite: fc.constantFrom('63.99', '64', '69', '69.01', '100'),
    part_familles_nombreuses: fc.constantFrom('12.99', '13', '17.99', '18'),
    part_monoparentales: fc.constantFrom('19.99', '20', '23.99', '24'),
    part_mineurs: fc.constantFrom('29.99', '30', '32.99', '33'),
  }),
);
/** Cents: the first bound, then the distance to the next ones. */
const threshold = fc.record({
  known: fc.constantFrom(1, 1, 2, 3, 3),
  q1: fc.integer({ min: 900_000, max: 1_200_000 }),
  to2: fc.integer({ min: 1, max: 400_000 }),
  to3: fc.integer({ min: 1, max: 400_000 }),
});
const income = fc.record({
  kind: fc.constantFrom('none', 'bound', 'bound', 'free'),
  bound: fc.nat(2),
  form: fc.constantFrom('a' as const, 'b' as const),
  cents: fc.constantFrom(-1, 0, 0, 1),
  free: fc.integer({ min: 0, max: 6_000_000 }),
});
const allocation = versioned(
  fc.constant(null),
  fc.record({
    day: dayChoice,
    residence: index,
    holder: index,
    household: fc.nat(60),
    dwelling: fc.nat(30),
    adults: fc.integer({ min: 1, max: 4 }),
    children: fc.integer({ min: 0, max: 4 }),
    income,
    home: index,
    work: index,
    premiere_mise_en_location: fc.constantFrom('', 'N', 'N', 'O'),
    annulee: fc.constantFrom('', 'N', 'O'),
    type_demande: fc.constantFrom('premier_acces', 'mutation'),
    quartile: fc.constantFrom('', '1', '2', '3', '4'),
    dalo: required,
    categorie_prioritaire: fc.constantFrom('', '', 'a', 'f'),
    relogement: fc.constantFrom('', '', '', 'anru', 'orcod'),
    mobilite_professionnelle: fc.constantFrom('', 'N', 'N', 'O'),
    travailleur_essentiel: flag,
    composition: fc.constantFrom('', 'seul', 'couple', 'couple_enfants', 'monoparentale', 'nombreuse', 'autre'),
    typologie: fc.constantFrom('', 'T1', 'T4'),
    financement: fc.constantFrom('', 'PLAI', 'PLUS', 'PLI'),
  }),
);

/** Random contents of the files of a history, before they are dated and written as rows. */
export const territory = fc.record({
  days: fc.array(fc.record({ year: fc.constantFrom(...YEARS), day: fc.oneof(fc.constantFrom(0, 364), fc.nat(364)) }), {
    minLength: 3,
    maxLength: 6,
  }),
  communeCodes: fc.shuffledSubarray([...COMMUNES], { minLength: 3, maxLength: 4 }),
  communes: fc.array(versioned(fc.constant(null), fc.record({ name, deficit: flag })), { minLength: 4, maxLength: 4 }),
  landlords: fc.array(versioned(fc.constant(null), fc.record({ name })), { minLength: 2, maxLength: 3 }),
  holders: fc.array(
    versioned(
      fc.constant(null),
      fc.record({ name, contingent: fc.constantFrom(...CONTINGENTS), commune: fc.option(index) }),
    ),
    { minLength: 3, maxLength: 5 },
  ),
  districts: fc.array(district, { minLength: 2, maxLength: 4 }),
  residences: fc.array(residence, { minLength: 3, maxLength: 8 }),
  ownerships: fc.array(versioned(fc.record({ residence: index, from: dayChoice }), fc.record({ landlord: index })), {
    maxLength: 3,
  }),
  notes: fc.array(note, { maxLength: 10 }),
  surveys: fc.array(survey, { maxLength: 8 }),
  thresholds: fc.tuple(...YEARS.map((year) => fc.option(versioned(fc.constant(year), threshold), { freq: 4 }))),
  allocations: fc.array(allocation, { minLength: 5, maxLength: 40 }),
});

type ArbitraryValue<A> = A extends fc.Arbitrary<infer Value> ? Value : never;
export type Territory = ArbitraryValue<typeof territory>;
export type Allocation = Territory['allocations'][number]['a'];
export type NoteCells = Territory['notes'][number]['a'];
export type Threshold = ArbitraryValue<typeof threshold>;
