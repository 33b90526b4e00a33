import type { Random } from './random';
import { COMMUNES } from './sqy/communes';
import { LANDLORDS } from './sqy/landlords';
import { shareOut } from './share-out';

/** A value of `contingent` in the files. */
export type Contingent =
  'etat' | 'etat_fonctionnaires' | 'commune' | 'epci' | 'action_logement' | 'departement' | 'bailleur';

export interface Holder {
  readonly code: string;
  readonly name: string;
  readonly contingent: Contingent;
  readonly commune: string;
}

/** Out of a thousand leases, the number proposed by each kind of holder. */
export const SHARES: readonly (readonly [Contingent, number])[] = [
  ['etat', 195],
  ['etat_fonctionnaires', 40],
  ['commune', 222],
  ['epci', 30],
  ['action_logement', 284],
  ['departement', 20],
  ['bailleur', 209],
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

/** The contingent of each of so many leases, in a random order. */
export function contingentsOf(random: Random, leases: number): Contingent[] {
  const shares = [...shareOut(leases, SHARES)];
  return random.shuffle(shares.flatMap(([contingent, count]) => Array.from({ length: count }, () => contingent)));
}

/** The holder of a contingent that proposed the household of a lease, for a residence in this commune with this landlord. */
export function holderOf(contingent: Contingent, commune: string, landlord: string): string {
  if (contingent === 'commune') return communeHolder(commune);
  if (contingent === 'bailleur') return landlordHolder(landlord);
  return SINGLE[contingent].code;
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
