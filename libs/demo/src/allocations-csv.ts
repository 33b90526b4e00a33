import { commissionDay } from './calendar';
import { csv } from './csv';
import type { Random } from './random';
import type { Allocation } from './year';

/** `attributions.csv`, numbered in the order of the leases. */
export function allocationsCsv(random: Random, allocations: readonly Allocation[]): string {
  const rows = allocations.map((allocation, index) => allocationRow(random, allocation, index + 1));
  return csv(Object.keys(rows[0]!) as (keyof (typeof rows)[number])[], rows);
}

/** The columns are those of the file, in their published order. */
function allocationRow(random: Random, allocation: Allocation, number: number) {
  const { dwelling, household, signedOn } = allocation;
  return {
    numero_attribution: `FICTIVE-2023-${String(number).padStart(4, '0')}`,
    date_bail: signedOn,
    date_caleol: commissionDay(random, signedOn),
    code_residence: dwelling.residence.code,
    reference_logement: dwelling.reference,
    typologie: dwelling.type,
    financement: dwelling.financing,
    premiere_mise_en_location: yesNo(allocation.firstLetting),
    annulee: 'N',
    code_reservataire: allocation.holder,
    type_demande: allocation.transfer ? 'mutation' : 'premier_acces',
    numero_unique: `FICTIF${String(number).padStart(12, '0')}`,
    personnes_14_ans_et_plus: household.adults,
    enfants_moins_14_ans: household.children,
    ressources_annuelles: '',
    quartile: allocation.quartile,
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
