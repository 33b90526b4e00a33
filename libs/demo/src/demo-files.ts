import { csv, hundredths, type Row } from './csv';
import { packText } from './pack';
import type { Residence } from './residences';
import { DISTRICTS } from './sqy/districts';
import { FIRST_BOUND_2024 } from './sqy/printed';
import { DEFAULT_SEED, leasesOfYear, NOTED_ON, territoryOf } from './territory';
import {
  communeRows,
  districtRow,
  dwellingRow,
  holderRows,
  landlordRows,
  noteRow,
  ownershipRow,
  residenceRow,
} from './territory-rows';

const YEAR = 2023;
/** The bounds of 2023 are not in the convention. */
const THRESHOLDS = [{ annee: 2024, q1: hundredths(FIRST_BOUND_2024 * 100), q2: '', q3: '' }];

/**
 * The synthetic year 2023 of Saint-Quentin-en-Yvelines in one import, with the convention of its pack: file name → text
 * in the published form. Every person, dwelling and lease is fictitious; the counts are those that the convention
 * prints. The same seed gives the same bytes. Another seed gives another year with the same counts.
 */
export function demoFiles(seed: number = DEFAULT_SEED): ReadonlyMap<string, string> {
  const territory = territoryOf(seed);
  const { changes, dwellings, notes } = territory;
  const residences = territory.residences.filter(isOpen);
  const rows: readonly (readonly [string, readonly Row[]])[] = [
    ['communes.csv', communeRows()],
    ['qpv.csv', DISTRICTS.map(districtRow)],
    ['bailleurs.csv', landlordRows()],
    ['reservataires.csv', holderRows()],
    ['seuils.csv', THRESHOLDS],
    ['residences.csv', residences.map((residence) => residenceRow(residence))],
    ['proprietes.csv', changes.map(ownershipRow)],
    ['notes.csv', notes.map((row) => noteRow(row, NOTED_ON))],
    ['logements.csv', dwellings.filter(({ residence }) => isOpen(residence)).map(dwellingRow)],
    ['attributions.csv', leasesOfYear(territory, seed, YEAR).map(({ row }) => row)],
  ];
  return new Map([
    ['convention.json', packText('sqy', 'convention.json')],
    ...rows.map(([file, ofFile]) => [file, csv(ofFile)] as const),
  ]);
}

/** Whether the residence is in the printed stock: it opened until the end of the year. */
function isOpen({ openedOn }: Residence): boolean {
  return openedOn <= `${YEAR}-12-31`;
}
