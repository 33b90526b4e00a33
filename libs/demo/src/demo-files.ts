import { allocationsCsv } from './allocations-csv';
import { csv, hundredths } from './csv';
import { dwellingsOf, type Dwelling } from './dwellings';
import { holders } from './holders';
import { leasesOf } from './leases';
import { noteRows } from './notes';
import { packText } from './pack';
import { randomFrom, type Random } from './random';
import { ownerChanges, residencesOf, type Residence } from './residences';
import { COMMUNES } from './sqy/communes';
import { DISTRICTS } from './sqy/districts';
import { LANDLORDS } from './sqy/landlords';
import { FIRST_BOUND_2024 } from './sqy/printed';
import { allocationsOf } from './year';

const DEFAULT_SEED = 2023;
/** The notes were given before the year began. */
const NOTED_ON = '2022-07-01';
/** The bounds of 2023 are not in the convention. */
const THRESHOLDS = [{ annee: 2024, q1: hundredths(FIRST_BOUND_2024 * 100), q2: '', q3: '' }];

/**
 * The synthetic year 2023 of Saint-Quentin-en-Yvelines, with the convention of its pack: file name → text in the
 * published form. Every person, dwelling and lease is fictitious; the counts are those that the convention prints. The
 * same seed gives the same bytes. Another seed gives another year with the same counts.
 */
export function demoFiles(seed: number = DEFAULT_SEED): ReadonlyMap<string, string> {
  const random = randomFrom(seed);
  const residences = residencesOf(random);
  const changes = ownerChanges(residences);
  const dwellings = residences.flatMap((residence) => dwellingsOf(random, residence));
  const allocations = allocationsOf(random, leasesOf(random, dwellings, changes));
  return new Map([
    ['convention.json', packText('sqy', 'convention.json')],
    ...territoryFiles(),
    ['residences.csv', residencesCsv(residences)],
    [
      'proprietes.csv',
      csv(
        ['code_residence', 'date_debut', 'code_bailleur'],
        changes.map(({ residence, from, landlord }) => ({
          code_residence: residence,
          date_debut: from,
          code_bailleur: landlord,
        })),
      ),
    ],
    ['notes.csv', notesCsv(random, residences)],
    ['logements.csv', dwellingsCsv(dwellings)],
    ['attributions.csv', allocationsCsv(random, allocations)],
  ]);
}

function territoryFiles(): [string, string][] {
  return [
    ['communes.csv', csv(['code_insee', 'nom', 'deficitaire_sru'], COMMUNES.map(communeRow))],
    ['qpv.csv', csv(['code_qpv', 'nom', 'code_insee', 'date_debut', 'date_fin'], DISTRICTS.map(districtRow))],
    [
      'bailleurs.csv',
      csv(
        ['code_bailleur', 'nom'],
        LANDLORDS.map(({ code, name }) => ({ code_bailleur: code, nom: name })),
      ),
    ],
    ['reservataires.csv', csv(['code_reservataire', 'nom', 'contingent', 'code_insee'], holders().map(holderRow))],
    ['seuils.csv', csv(['annee', 'q1', 'q2', 'q3'], THRESHOLDS)],
  ];
}

/** The convention does not say which communes are in deficit, so the cell is empty: unknown. */
function communeRow({ code, name }: (typeof COMMUNES)[number]) {
  return { code_insee: code, nom: name, deficitaire_sru: '' };
}

function districtRow({ code, name, commune, firstDay, lastDay }: (typeof DISTRICTS)[number]) {
  return { code_qpv: code, nom: name, code_insee: commune, date_debut: firstDay, date_fin: lastDay };
}

function holderRow({ code, name, contingent, commune }: ReturnType<typeof holders>[number]) {
  return { code_reservataire: code, nom: name, contingent, code_insee: commune };
}

function residencesCsv(residences: readonly Residence[]): string {
  return csv(
    ['code_residence', 'nom', 'code_insee', 'code_bailleur', 'code_qpv', 'logements', 'date_mise_en_service'],
    residences.map((residence) => ({
      code_residence: residence.code,
      nom: residence.name,
      code_insee: residence.commune,
      code_bailleur: residence.landlord,
      code_qpv: residence.districts.join('|'),
      logements: residence.dwellings,
      date_mise_en_service: residence.openedOn,
    })),
  );
}

function notesCsv(random: Random, residences: readonly Residence[]): string {
  return csv(
    [
      'code_residence',
      'date_effet',
      'note_statistique',
      'note_commune',
      'note_bailleur',
      'note_finale',
      'motif_consensus',
    ],
    noteRows(random, residences).map((row) => ({
      code_residence: row.residence,
      date_effet: NOTED_ON,
      note_statistique: row.statistical,
      note_commune: row.commune,
      note_bailleur: row.landlord,
      note_finale: row.final,
      motif_consensus: row.consensus,
    })),
  );
}

function dwellingsCsv(dwellings: readonly Dwelling[]): string {
  return csv(
    [
      'reference_logement',
      'code_residence',
      'typologie',
      'financement',
      'surface',
      'loyer',
      'charges',
      'annee_construction',
    ],
    dwellings.map((dwelling) => ({
      reference_logement: dwelling.reference,
      code_residence: dwelling.residence.code,
      typologie: dwelling.type,
      financement: dwelling.financing,
      surface: hundredths(dwelling.surface),
      loyer: hundredths(dwelling.rent),
      charges: hundredths(dwelling.charges),
      annee_construction: dwelling.residence.openedOn.slice(0, 4),
    })),
  );
}
