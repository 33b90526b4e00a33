import type { Random } from '../random';
import type { YearSetting } from './setting';

/** A residence of a synthetic year. `sector` and `district` are empty where the residence is in none. */
export interface SyntheticResidence {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  readonly sector: string;
  readonly district: string;
  readonly landlord: string;
  readonly dwellings: number;
}

type Place = Pick<SyntheticResidence, 'commune' | 'sector' | 'district'>;

/** Residences in every sector, every QPV and every commune without sectors, as far as there are enough residences. */
export function syntheticResidences(random: Random, setting: YearSetting): SyntheticResidence[] {
  const places = placesOf(setting);
  return Array.from({ length: setting.residences }, (_, index) => ({
    ...(places[index] ?? random.pick(places)),
    code: `R-SYNTHETIQUE-${index + 1}`,
    name: `Résidence synthétique ${index + 1}`,
    landlord: landlordCode(index % setting.bailleurs),
    dwellings: random.between(20, 120),
  }));
}

export function landlordCode(index: number): string {
  return `L-SYNTHETIQUE-${index + 1}`;
}

function placesOf({ communes, secteurs, qpv }: YearSetting): Place[] {
  const whole = communes.filter((code) => secteurs.every((sector) => sector.code_insee !== code));
  return [
    ...secteurs.map(({ code, code_insee: commune }) => ({ commune, sector: code, district: '' })),
    ...qpv.map(({ code, code_insee: commune }) => ({ commune, sector: '', district: code })),
    ...whole.map((commune) => ({ commune, sector: '', district: '' })),
  ];
}
