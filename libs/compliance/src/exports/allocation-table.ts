import type { Letterhead } from '#convention';
import { headFacts } from '#documents';
import {
  presentationSheet,
  sheet,
  type OutColumn,
  type OutKind,
  type OutValue,
  type Table,
  type Workbook,
} from '#tables';
import {
  ALLOCATION_COLUMNS,
  ALLOCATION_WORDS,
  type AllocationRow,
  type AllocationWord,
} from '../lists/allocation-columns';
import type { AllocationExport } from '../lists/allocation-lists';

type ColumnKind = (typeof ALLOCATION_COLUMNS)[AllocationWord]['kind'];

const KINDS: Readonly<Record<ColumnKind, OutKind>> = {
  text: 'text',
  day: 'day',
  integer: 'integer',
  flag: 'yes-no',
  application: 'text',
  list: 'text',
  publics: 'text',
};

const TITLES: Readonly<Record<AllocationWord, string>> = {
  identifiant: 'Identifiant',
  date_bail: 'Date du bail',
  date_caleol: 'Date de la CALEOL',
  code_residence: 'Code de la résidence',
  code_insee: 'Code INSEE de la commune',
  code_secteur: 'Code du secteur',
  code_bailleur: 'SIREN ou code du bailleur',
  code_qpv: 'Code du QPV',
  en_qpv: 'En QPV',
  note: 'Note de fragilité',
  typologie: 'Typologie',
  financement: 'Financement',
  premiere_mise_en_location: 'Première mise en location',
  annulee: 'Annulée',
  code_reservataire: 'Code du réservataire',
  contingent: 'Contingent',
  delegue: 'Délégué à une commune',
  type_demande: 'Type de demande',
  quartile: 'Quartile',
  prioritaire: 'Public prioritaire',
  reloge: 'Relogement',
  domicile_travail: 'Lien domicile-travail',
  travailleur_essentiel: 'Travailleur essentiel',
  composition: 'Composition du ménage',
  publics: 'Publics de la convention',
};

/** The list for people, under French titles. Its rows are read only once, so there is no second sheet with the names of the CSV. */
export function allocationWorkbook(list: AllocationExport, letterhead: Letterhead): Workbook {
  return {
    sheets: [
      sheet(allocationTable(list), 2),
      presentationSheet({
        title: 'Liste des attributions',
        facts: headFacts(letterhead, list, []),
        definitions: ALLOCATION_WORDS.map((word) => ({
          name: TITLES[word],
          text: 'Colonne de la liste ; son nom dans le CSV est à côté.',
          code: word,
        })),
      }),
    ],
  };
}

/** The list as a table. Its columns are those of the list, under the same names. */
export function allocationTable({ pages }: AllocationExport): Table<AllocationRow> {
  return { name: 'Attributions', columns: ALLOCATION_WORDS.map(columnOf), rows: rowsOf(pages) };
}

/** `mixite-attributions-2024-01-31`, without the extension. The day is that of the instant that the list shows. */
export function allocationFileName({ asOf }: AllocationExport): string {
  return asOf === null ? 'mixite-attributions' : `mixite-attributions-${asOf.slice(0, 10)}`;
}

function columnOf(word: AllocationWord): OutColumn<AllocationRow> {
  return {
    header: word,
    title: TITLES[word],
    kind: KINDS[ALLOCATION_COLUMNS[word].kind],
    value: (row) => cellOf(word, row),
  };
}

function cellOf(word: AllocationWord, row: AllocationRow): OutValue {
  const value = row[word];
  if (typeof value === 'object' && value !== null) return value.join('|');
  // A spreadsheet reads `2-4` as the second of April.
  return word === 'quartile' && typeof value === 'string' ? value.replace('-', ' à ') : value;
}

async function* rowsOf(pages: AllocationExport['pages']): AsyncGenerator<AllocationRow> {
  for await (const page of pages) yield* page;
}
