import { addDays, day } from '#kernel';
import { csv } from '../csv';
import type { Random } from '../random';
import type { SyntheticResidence } from './residences';
import type { PackConvention, YearSetting } from './setting';

const QUARTILES = [
  [1, 22],
  [2, 30],
  [3, 27],
  [4, 21],
] as const;
const PERCENT = { transfer: 30, dalo: 8, priority: 25, rehoused: 4, essential: 20, mobile: 2, unknownPlace: 15 };

/** The text of `attributions.csv`: as many leases as the setting says, with exactly the share of each public that it says. */
export function syntheticLeases(
  random: Random,
  setting: YearSetting,
  convention: PackConvention,
  residences: readonly SyntheticResidence[],
  holders: readonly string[],
): string {
  const numbers = Array.from({ length: setting.attributions }, (_, index) => index + 1);
  const publics = (convention.publics ?? []).map(({ code, colonne }) => ({
    column: colonne,
    of: new Set(random.exactly(shareOf(numbers.length, setting.publics[code] ?? 0), numbers, () => 1)),
  }));
  const rows = numbers.map((number) => ({
    ...leaseRow(random, setting, random.pick(residences), random.pick(holders), number),
    ...Object.fromEntries(publics.map(({ column, of }) => [column, yesNo(of.has(number))])),
  }));
  return csv(rows);
}

function leaseRow(
  random: Random,
  setting: YearSetting,
  residence: SyntheticResidence,
  holder: string,
  number: number,
): Readonly<Record<string, string | number>> {
  const { annee, communes } = setting;
  const signedOn = addDays(day(`${annee}-01-01`), random.below(365));
  const place = () => (random.chance(PERCENT.unknownPlace) ? '' : random.pick(communes));
  return {
    numero_attribution: `SYNTHETIQUE-${annee}-${String(number).padStart(4, '0')}`,
    date_bail: signedOn,
    code_residence: residence.code,
    reference_logement: `${residence.code}-${number}`,
    code_reservataire: holder,
    type_demande: random.chance(PERCENT.transfer) ? 'mutation' : 'premier_acces',
    numero_unique: `SYNTH${String(number).padStart(13, '0')}`,
    personnes_14_ans_et_plus: random.between(1, 3),
    enfants_moins_14_ans: random.between(0, 3),
    quartile: random.weighted(QUARTILES),
    dalo: yesNo(random.chance(PERCENT.dalo)),
    categorie_prioritaire: random.chance(PERCENT.priority) ? 'c' : '',
    relogement: random.chance(PERCENT.rehoused) ? 'anru' : '',
    commune_domicile: place(),
    commune_travail: place(),
    mobilite_professionnelle: yesNo(random.chance(PERCENT.mobile)),
    travailleur_essentiel: yesNo(random.chance(PERCENT.essential)),
  };
}

function shareOf(count: number, percent: number): number {
  return Math.round((count * percent) / 100);
}

function yesNo(value: boolean): 'O' | 'N' {
  return value ? 'O' : 'N';
}
