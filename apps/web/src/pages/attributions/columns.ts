import type { DictionaryList, NameOf } from '../../api/dictionary';
import type { components } from '../../api/schema';
import { shortDay } from '../../format/days';
import {
  APPLICATION_OPTIONS,
  COMPOSITION_OPTIONS,
  FINANCING_OPTIONS,
  QUARTILE_OPTIONS,
} from '../../url/allocation-list';
import type { Option } from '../../url/filters';
import { listOf, type Search } from '../../url/search';

export type AllocationRow = components['schemas']['AllocationRowDto'];
export type AllocationWord = keyof AllocationRow;

/** How codes are told: by the names of the territory, and by the codes too where the reader asks. */
export interface Naming {
  readonly nameOf: NameOf;
  readonly showsCodes: boolean;
}

/** A column of the list, under the name that it has in the API and in files. */
export interface AllocationColumn {
  readonly key: AllocationWord;
  readonly label: string;
  readonly description: string;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
  /** Whether it may show codes, which are no words and no numbers. */
  readonly isCoded?: boolean;
  /** The same on the page and in what is copied; empty: nothing is recorded. */
  readonly text: (row: AllocationRow, naming: Naming) => string;
}

const UNKNOWN = 'inconnu';

type Described = Omit<AllocationColumn, 'key'>;
type FlagWord = { [Word in AllocationWord]: AllocationRow[Word] extends boolean | null ? Word : never }[AllocationWord];
type CodeWord = 'code_residence' | 'code_insee' | 'code_secteur' | 'code_bailleur' | 'code_reservataire' | 'contingent';

const yesNo = (label: string, description: string, word: FlagWord): Described => ({
  label,
  description,
  text: (row) => (row[word] === null ? UNKNOWN : row[word] ? 'oui' : 'non'),
});

const named = (label: string, description: string, list: DictionaryList, word: CodeWord): Described => ({
  label,
  description,
  isSortable: true,
  isCoded: true,
  text: (row, naming) => nameText(row[word], list, naming),
});

function nameText(code: string | null, list: DictionaryList, { nameOf, showsCodes }: Naming): string {
  if (code === null) return '';
  const name = nameOf(list, code);
  return showsCodes && name !== code ? `${name} (${code})` : name;
}

const textOf = (options: readonly Option[], value: string | null, otherwise = ''): string =>
  value === null ? otherwise : (options.find((option) => option.value === value)?.label ?? value);

const day = (value: string | null): string => (value === null ? '' : shortDay(value));

const COLUMNS: Readonly<Record<AllocationWord, Described>> = {
  identifiant: {
    label: 'Identifiant',
    description: 'Identifiant interne, tiré au hasard',
    isCoded: true,
    text: (row) => row.identifiant,
  },
  date_bail: {
    label: 'Bail',
    description: 'Jour de signature du bail',
    isSortable: true,
    text: (row) => day(row.date_bail),
  },
  date_caleol: {
    label: 'CALEOL',
    description: 'Jour de la commission d’attribution',
    isSortable: true,
    text: (row) => day(row.date_caleol),
  },
  code_insee: named('Commune', 'Commune de la résidence', 'communes', 'code_insee'),
  code_residence: named('Résidence', 'Résidence du logement', 'residences', 'code_residence'),
  code_secteur: named('Secteur', 'Secteur de la convention', 'sectors', 'code_secteur'),
  code_bailleur: named('Bailleur', 'Bailleur au jour du bail', 'landlords', 'code_bailleur'),
  code_reservataire: named('Réservataire', 'Qui a désigné le ménage', 'holders', 'code_reservataire'),
  contingent: named('Contingent', 'Contingent du réservataire', 'contingents', 'contingent'),
  delegue: yesNo('Délégué', 'Désigné par une commune à la place de l’EPCI', 'delegue'),
  note: {
    label: 'Note',
    description: 'Note de fragilité de la résidence au jour du bail, de 1 à 5',
    isNumber: true,
    isSortable: true,
    text: (row) => (row.note === null ? 'sans note' : String(row.note)),
  },
  en_qpv: yesNo('En QPV', 'En quartier prioritaire au jour du bail', 'en_qpv'),
  code_qpv: {
    label: 'QPV',
    description: 'Quartier prioritaire au jour du bail',
    isCoded: true,
    text: (row, naming) => row.code_qpv.map((code) => nameText(code, 'districts', naming)).join(', '),
  },
  quartile: {
    label: 'Quartile',
    description: 'Quartile de ressources du ménage ; le 1er a les plus faibles',
    isSortable: true,
    text: (row) => textOf(QUARTILE_OPTIONS, row.quartile, UNKNOWN),
  },
  prioritaire: yesNo('Prioritaire', 'Public prioritaire au sens de la loi', 'prioritaire'),
  reloge: yesNo('Relogement', 'Relogement ANRU ou ORCOD', 'reloge'),
  domicile_travail: yesNo('Domicile-travail', 'Rapproche le domicile du travail', 'domicile_travail'),
  travailleur_essentiel: yesNo('Essentiel', 'Travailleur essentiel', 'travailleur_essentiel'),
  publics: {
    label: 'Publics',
    description: 'Publics de la convention, sauf ceux qu’elle dit sensibles',
    isCoded: true,
    text: (row, naming) => row.publics.map((code) => nameText(code, 'publics', naming)).join(', '),
  },
  type_demande: {
    label: 'Demande',
    description: 'Premier accès au logement social, ou mutation',
    text: (row) => textOf(APPLICATION_OPTIONS, row.type_demande),
  },
  composition: {
    label: 'Composition',
    description: 'Composition du ménage',
    text: (row) => textOf(COMPOSITION_OPTIONS, row.composition, UNKNOWN),
  },
  typologie: {
    label: 'Typologie',
    description: 'Nombre de pièces du logement',
    isSortable: true,
    text: (row) => row.typologie ?? '',
  },
  financement: {
    label: 'Financement',
    description: 'Financement du logement',
    isSortable: true,
    text: (row) => textOf(FINANCING_OPTIONS, row.financement),
  },
  premiere_mise_en_location: yesNo(
    'Première location',
    'Première mise en location du logement',
    'premiere_mise_en_location',
  ),
  annulee: yesNo('Annulée', 'Bail qui n’a pas pris effet : il ne compte dans aucun chiffre', 'annulee'),
  corrigee: yesNo(
    'Corrigée ou annulée',
    'Bail corrigé ou annulé depuis sa signature, d’après ce qui était enregistré',
    'corrigee',
  ),
};

/** Every column of the list, in the order of the page. */
export const ALLOCATION_COLUMNS: readonly AllocationColumn[] = Object.entries(COLUMNS).map(([key, described]) => ({
  ...described,
  key: key as AllocationWord,
}));

/** What is shown where the address does not say. */
export const USUAL_COLUMNS: readonly AllocationWord[] = [
  'date_bail',
  'code_insee',
  'code_residence',
  'code_bailleur',
  'code_reservataire',
  'note',
  'en_qpv',
  'quartile',
  'prioritaire',
  'typologie',
  'financement',
];

/** The columns that the address names, in its order; else those that the person keeps; else the usual ones. */
export function columnsIn(search: Search, kept: readonly string[] = []): readonly AllocationColumn[] {
  const [shown = USUAL_COLUMNS] = [listOf(search, 'colonnes'), kept].map(known).filter(({ length }) => length > 0);
  return shown.map((key) => ALLOCATION_COLUMNS.find((one) => one.key === key)!);
}

const known = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => ALLOCATION_COLUMNS.some((column) => column.key === key));
