import type { Random } from './random';
import { COMMUNES } from './sqy/communes';
import { LANDLORDS } from './sqy/landlords';

/** A value of `contingent` in the files. */
export type Contingent =
  'etat' | 'etat_fonctionnaires' | 'commune' | 'epci' | 'action_logement' | 'departement' | 'bailleur';

export interface Holder {
  readonly code: string;
  readonly name: string;
  readonly contingent: Contingent;
  readonly commune: string;
}

/** Out of a hundred leases, the number proposed by each kind of holder. */
const FLOW: readonly (readonly [Contingent, number])[] = [
  ['etat', 25],
  ['etat_fonctionnaires', 4],
  ['commune', 19],
  ['epci', 3],
  ['action_logement', 27],
  ['departement', 2],
  ['bailleur', 20],
];

const SINGLE: Readonly<Record<Exclude<Contingent, 'commune' | 'bailleur'>, Holder>> = {
  etat: holder('RES-ETAT', 'État – publics prioritaires', 'etat'),
  etat_fonctionnaires: holder('RES-FONCTIONNAIRES', 'État – fonctionnaires', 'etat_fonctionnaires'),
  epci: holder('RES-SQY', 'Saint-Quentin-en-Yvelines', 'epci'),
  action_logement: holder('RES-ACTION-LOGEMENT', 'Action Logement', 'action_logement'),
  departement: holder('RES-YVELINES', 'Département des Yvelines', 'departement'),
};

/** One holder for each of the State's two contingents, the EPCI, Action Logement and the département, each commune, each landlord. */
export function holders(): Holder[] {
  return [
    ...Object.values(SINGLE),
    ...COMMUNES.map(({ code, name }) => holder(communeHolder(code), `Commune – ${name}`, 'commune', code)),
    ...LANDLORDS.map(({ code, name }) => holder(landlordHolder(code), `Bailleur – ${name}`, 'bailleur')),
  ];
}

/** The holder that proposed the household of a lease, for a residence in this commune with this landlord. */
export function holderOf(random: Random, commune: string, landlord: string): { code: string; contingent: Contingent } {
  const contingent = random.weighted(FLOW);
  if (contingent === 'commune') return { code: communeHolder(commune), contingent };
  if (contingent === 'bailleur') return { code: landlordHolder(landlord), contingent };
  return SINGLE[contingent];
}

function holder(code: string, name: string, contingent: Contingent, commune = ''): Holder {
  return { code, name, contingent, commune };
}

function communeHolder(commune: string): string {
  return `RES-${commune}`;
}

function landlordHolder(landlord: string): string {
  return `RES-${landlord.slice('L-'.length)}`;
}
