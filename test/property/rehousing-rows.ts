import * as fc from 'fast-check';
import { dayOfChoice } from './days';
import { districtCodes, euros, landlordCode, one, residenceCode, type Described } from './rows';
import { dayChoice, type Territory } from './territory';
import { versioned } from './versions';

const index = fc.nat(99);
const flag = fc.constantFrom('', 'O', 'N');
const cents = fc.oneof(fc.constant(null), fc.constantFrom(29_999, 30_000, 30_000, 30_001, 36_000), fc.nat(90_000));
const surface = fc.constantFrom('', '', '50', '50', '60', '58.53', '0.5');

const operation = versioned(
  fc.constant(null),
  fc.record({
    name: fc.constantFrom('Merisiers', 'Bois de l’Étang', 'Valibout'),
    district: index,
    landlord: index,
    planned: fc.nat(12),
    begins: dayChoice,
  }),
);
const rehousing = versioned(
  fc.constant(null),
  fc.record({
    operation: index,
    household: fc.nat(12),
    day: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: dayChoice }),
    residence: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: index }),
    before: cents,
    after: cents,
    lease: fc.option(index),
    definitif: fc.constantFrom('O', 'O', 'O', 'N'),
    parc: fc.constantFrom('', 'neuf', 'moins_5_ans', 'ancien'),
    personnes: fc.constantFrom('', '1', '4'),
    ressources_pct_plafond: fc.constantFrom(
      '',
      '0',
      '39.99',
      '39.99',
      '40',
      '40',
      '40.01',
      '99.99',
      '100',
      '100.01',
      '250',
    ),
    surface_avant: surface,
    surface_apres: surface,
    amelioration: flag,
    propositions: fc.constantFrom('', '0', '3'),
  }),
);

/** Random contents of operations.csv and relogements.csv. */
export const rehousings = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
  rehousings: fc.array(rehousing, { minLength: 0, maxLength: 30 }),
});

type ArbitraryValue<A> = A extends fc.Arbitrary<infer Value> ? Value : never;
type Rehousings = ArbitraryValue<typeof rehousings>;
type Rehousing = Rehousings['rehousings'][number]['a'];

/** Each operation and each case, with its rows. */
export function describedRehousings(of: Territory, choices: Rehousings): Described[] {
  return [
    ...choices.operations.map((each, at) =>
      one('operations.csv', each, ({ name, district, landlord, planned, begins }) => ({
        code_operation: `OP${at}`,
        nom: name,
        code_qpv: districtCodes(of, district % of.districts.length)[0]!,
        code_bailleur: landlordCode(of, landlord),
        menages_a_reloger: String(planned),
        date_debut: dayOfChoice(of, begins),
        date_fin_prevue: '',
      })),
    ),
    ...choices.rehousings.map((each, at) =>
      one('relogements.csv', each, (cells) => rehousingRow(of, choices.operations.length, at, cells)),
    ),
  ];
}

function rehousingRow(of: Territory, operations: number, at: number, cells: Rehousing) {
  const { operation: choice, household, day, residence, before, after, lease, ...written } = cells;
  return {
    ...written,
    numero_relogement: `REL${at}`,
    code_operation: `OP${choice % operations}`,
    numero_unique: `TEST${String(household).padStart(14, '0')}`,
    date_relogement: day === null ? '' : dayOfChoice(of, day),
    code_residence: residence === null ? '' : residenceCode(of, residence),
    reste_a_charge_avant: before === null ? '' : euros(before),
    reste_a_charge_apres: after === null ? '' : euros(after),
    numero_attribution: lease === null ? '' : `A${lease}`,
  };
}
