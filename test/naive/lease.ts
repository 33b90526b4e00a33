import { cell, dayCell, yesCell, type Row } from './cells';
import type { Knowledge } from './knowledge';
import { noteOn } from './note';
import { quartileOf, type Quartile } from './quartile';

/** A lease that took effect, with the facts that figures need. */
export interface Lease {
  readonly day: string;
  readonly residence: string;
  readonly commune: string;
  /** The sector of the convention; empty where the residence is in none. */
  readonly sector: string;
  /** The owner on the day of the lease. */
  readonly landlord: string;
  readonly holder: string;
  readonly contingent: string;
  /** The QPV in which the residence is on that day. */
  readonly districts: readonly string[];
  /** The note for the grid. Also null for a first letting, which is in no cell of the grid. */
  readonly gridNote: number | null;
  readonly note: number | null;
  readonly quartile: Quartile;
  readonly rehoused: boolean;
  readonly priority: boolean;
  readonly homeWork: boolean;
  readonly essential: boolean;
  readonly transfer: boolean;
  /** Codes of publics. */
  readonly publics: readonly string[];
}

/** A public of the territory's convention: its code, and its column of attributions.csv. */
export interface Public {
  readonly code: string;
  readonly column: string;
}

/** The leases signed from one day to the other, both included. */
export function leasesBetween(known: Knowledge, from: string, to: string, publics: readonly Public[] = []): Lease[] {
  const leases: Lease[] = [];
  for (const row of known.all('attributions.csv')) {
    const day = dayCell(row, 'date_bail');
    if (day >= from && day <= to && !yesCell(row, 'annulee')) leases.push(leaseOf(known, row, publics));
  }
  return leases;
}

function leaseOf(known: Knowledge, row: Row, publics: readonly Public[]): Lease {
  const day = dayCell(row, 'date_bail');
  const residence = cell(row, 'code_residence');
  const holder = cell(row, 'code_reservataire');
  const note = noteOn(known, residence, day);
  return {
    day,
    residence,
    commune: cell(known.one('residences.csv', residence), 'code_insee'),
    sector: cell(known.one('residences.csv', residence), 'code_secteur'),
    landlord: landlordOn(known, residence, day),
    holder,
    contingent: cell(known.one('reservataires.csv', holder), 'contingent'),
    districts: districtsOn(known, residence, day),
    gridNote: yesCell(row, 'premiere_mise_en_location') ? null : note,
    note,
    quartile: quartileOf(known, row),
    rehoused: cell(row, 'relogement') !== '',
    priority: yesCell(row, 'dalo') || cell(row, 'categorie_prioritaire') !== '',
    homeWork: homeWork(known, row),
    essential: yesCell(row, 'travailleur_essentiel'),
    transfer: cell(row, 'type_demande') === 'mutation',
    publics: publics.filter(({ column }) => yesCell(row, column)).map(({ code }) => code),
  };
}

function landlordOn(known: Knowledge, residence: string, day: string): string {
  let landlord = cell(known.one('residences.csv', residence), 'code_bailleur');
  let since = '';
  for (const row of known.where('proprietes.csv', 'code_residence', residence)) {
    const from = dayCell(row, 'date_debut');
    if (from <= day && from > since) {
      landlord = cell(row, 'code_bailleur');
      since = from;
    }
  }
  return landlord;
}

function homeWork(known: Knowledge, row: Row): boolean {
  if (yesCell(row, 'mobilite_professionnelle')) return true;
  const home = cell(row, 'commune_domicile');
  const work = cell(row, 'commune_travail');
  if (home === '' || work === '') return false;
  return known.where('communes.csv', 'code_insee', work).length > 0 && home !== work;
}

/** The QPV in which a residence is on a day. */
export function districtsOn(known: Knowledge, residence: string, day: string): string[] {
  const districts: string[] = [];
  for (const code of cell(known.one('residences.csv', residence), 'code_qpv').split('|')) {
    if (code.trim() === '') continue;
    const row = known.one('qpv.csv', code.trim());
    const last = dayCell(row, 'date_fin');
    if (dayCell(row, 'date_debut') <= day && (last === '' || day <= last)) districts.push(code.trim());
  }
  return districts;
}
