import { commissionDay } from './calendar';
import { hundredths } from './csv';
import type { Random } from './random';
import type { Allocation } from './year';

export type AllocationRow = ReturnType<typeof rowOf>;

/** A lease with the numbers under which it is recorded. */
export interface NumberedAllocation {
  readonly allocation: Allocation;
  readonly row: AllocationRow;
}

/** The rows of attributions.csv of a year, numbered in the order of the leases. */
export function allocationRows(random: Random, year: number, allocations: readonly Allocation[]): NumberedAllocation[] {
  return allocations.map((allocation, index) => ({ allocation, row: rowOf(random, year, allocation, index + 1) }));
}

export function allocationNumber(year: number, number: number): string {
  return `FICTIVE-${year}-${String(number).padStart(4, '0')}`;
}

/** A number of 18 characters, as a `numéro unique` has. */
export function householdNumber(year: number, number: number): string {
  return `FICTIF${year}${String(number).padStart(8, '0')}`;
}

/** The columns are those of the file, in their published order. */
function rowOf(random: Random, year: number, allocation: Allocation, number: number) {
  const { dwelling, household, signedOn, income } = allocation;
  return {
    numero_attribution: allocationNumber(year, number),
    date_bail: signedOn,
    date_caleol: commissionDay(random, signedOn),
    code_residence: dwelling.residence.code,
    reference_logement: dwelling.reference,
    typologie: dwelling.type,
    financement: dwelling.financing,
    premiere_mise_en_location: yesNo(allocation.firstLetting),
    annulee: yesNo(false),
    code_reservataire: allocation.holder,
    type_demande: allocation.transfer ? 'mutation' : 'premier_acces',
    numero_unique: householdNumber(year, number),
    personnes_14_ans_et_plus: household.adults,
    enfants_moins_14_ans: household.children,
    ressources_annuelles: income === undefined ? '' : hundredths(income * 100),
    quartile: income === undefined ? allocation.quartile : ('' as const),
    dalo: yesNo(allocation.dalo),
    categorie_prioritaire: allocation.priorityCategory,
    relogement: allocation.rehousing,
    commune_domicile: household.homeCommune,
    commune_travail: household.workCommune,
    mobilite_professionnelle: yesNo(household.mobile),
    travailleur_essentiel: yesNo(household.essentialWorker),
    composition: household.composition,
  };
}

function yesNo(value: boolean): 'O' | 'N' {
  return value ? 'O' : 'N';
}
