import type { Dictionary } from '../../api/dictionary';
import { shortDay, typedDay } from '../../format/days';
import {
  APPLICATION_OPTIONS,
  COMPOSITION_OPTIONS,
  DWELLING_OPTIONS,
  FINANCING_OPTIONS,
} from '../../url/allocation-list';
import type { Option } from '../../url/filters';
import type { AllocationRow } from './columns';

/** A column of a lease that may be corrected, named as in the files. */
export interface CorrectionField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDay?: boolean;
  /** Whether it is always known. */
  readonly isRequired?: boolean;
  readonly options?: readonly Option[];
  /** What is recorded, as the form shows it; absent: it is sealed, and an empty field leaves it as it is. */
  readonly recorded?: string;
}

const YES_NO: readonly Option[] = [
  { value: 'O', label: 'oui' },
  { value: 'N', label: 'non' },
];

const flag = (value: boolean | null): string => (value === null ? '' : value ? 'O' : 'N');
const day = (value: string | null): string => (value === null ? '' : shortDay(value));

/** What the list shows of the lease. */
export function shownFields(row: AllocationRow, dictionary: Dictionary | undefined): readonly CorrectionField[] {
  const holders = (dictionary?.holders ?? []).map(({ id, label }) => ({ value: id, label }));
  const financings = [...FINANCING_OPTIONS, { value: 'AUTRE', label: 'autre' }];
  return [
    {
      name: 'date_bail',
      label: 'Jour du bail',
      hint: 'JJ/MM/AAAA',
      isDay: true,
      isRequired: true,
      recorded: day(row.date_bail),
    },
    {
      name: 'date_caleol',
      label: 'Jour de la CALEOL',
      hint: 'JJ/MM/AAAA',
      isDay: true,
      recorded: day(row.date_caleol),
    },
    {
      name: 'code_reservataire',
      label: 'Réservataire',
      options: holders,
      isRequired: true,
      recorded: row.code_reservataire,
    },
    { name: 'typologie', label: 'Typologie', options: DWELLING_OPTIONS, recorded: row.typologie ?? '' },
    { name: 'financement', label: 'Financement', options: financings, recorded: row.financement ?? '' },
    {
      name: 'premiere_mise_en_location',
      label: 'Première mise en location',
      options: YES_NO,
      recorded: flag(row.premiere_mise_en_location),
    },
    {
      name: 'type_demande',
      label: 'Type de demande',
      options: APPLICATION_OPTIONS,
      isRequired: true,
      recorded: row.type_demande,
    },
    {
      name: 'composition',
      label: 'Composition du ménage',
      options: COMPOSITION_OPTIONS,
      recorded: row.composition ?? '',
    },
    {
      name: 'travailleur_essentiel',
      label: 'Travailleur essentiel',
      options: YES_NO,
      recorded: flag(row.travailleur_essentiel),
    },
  ];
}

/** What is sealed with the household: the page never holds what is recorded. */
export const SEALED_FIELDS: readonly CorrectionField[] = [
  { name: 'numero_attribution', label: 'Numéro d’attribution' },
  { name: 'personnes_14_ans_et_plus', label: 'Personnes de 14 ans et plus', hint: 'Un nombre' },
  { name: 'enfants_moins_14_ans', label: 'Enfants de moins de 14 ans', hint: 'Un nombre' },
  { name: 'ressources_annuelles', label: 'Ressources annuelles', hint: 'En euros, par an' },
  { name: 'quartile', label: 'Quartile donné, si les ressources sont inconnues', hint: 'De 1 à 4' },
  { name: 'dalo', label: 'Reconnu DALO', options: YES_NO },
  { name: 'categorie_prioritaire', label: 'Catégorie prioritaire', hint: 'Son code' },
  {
    name: 'relogement',
    label: 'Relogement',
    options: [
      { value: 'anru', label: 'ANRU' },
      { value: 'orcod', label: 'ORCOD' },
    ],
  },
  { name: 'commune_domicile', label: 'Commune du domicile', hint: 'Code INSEE' },
  { name: 'commune_travail', label: 'Commune du travail', hint: 'Code INSEE' },
  { name: 'mobilite_professionnelle', label: 'Mobilité professionnelle', options: YES_NO },
];

export type Typed = Readonly<Record<string, string>>;

/** What the fault of a field is, in words; undefined: none. */
export function faultOf({ isDay, isRequired, name }: CorrectionField, typed: Typed): string | undefined {
  const text = typed[name];
  if (!isDay || text === undefined || (text === '' && !isRequired) || typedDay(text) !== undefined) return undefined;
  return `« ${text} » n’est pas un jour : JJ/MM/AAAA est attendu`;
}

/** The columns that differ from what is recorded, as the API takes them; undefined where none does, or a day is none. */
export function changesOf(
  fields: readonly CorrectionField[],
  typed: Typed,
): Readonly<Record<string, string | null>> | undefined {
  const changed = fields.filter(({ name, recorded = '' }) => typed[name] !== undefined && typed[name] !== recorded);
  if (changed.length === 0 || changed.some((field) => faultOf(field, typed) !== undefined)) return undefined;
  return Object.fromEntries(
    changed.map(({ name, isDay }) => {
      const text = typed[name]!;
      return [name, text === '' ? null : isDay ? typedDay(text)! : text];
    }),
  );
}

/** The coded motives that Mixité knows by itself; those of the convention come beside them. */
export const CORRECTION_MOTIVES: readonly Option[] = [
  { value: 'erreur', label: 'erreur' },
  { value: 'situation_changee', label: 'situation changée' },
  { value: 'piece_recue', label: 'pièce reçue' },
];

export const CANCELLATION_MOTIVES: readonly Option[] = [
  { value: 'renonciation', label: 'renonciation du ménage' },
  { value: 'erreur', label: 'erreur' },
  { value: 'annulation', label: 'annulation du bail' },
];

export const motiveText = (code: string): string =>
  [...CORRECTION_MOTIVES, ...CANCELLATION_MOTIVES].find(({ value }) => value === code)?.label ?? code;

/** The motives of corrections that the convention adds. */
export function ownMotives(convention: unknown): readonly Option[] {
  const { motifs = [] } = (convention ?? {}) as { readonly motifs?: readonly Motive[] };
  return motifs
    .filter(({ listes }) => listes.includes('correction'))
    .map(({ code, nom }) => ({ value: code, label: nom }));
}

interface Motive {
  readonly code: string;
  readonly nom: string;
  readonly listes: readonly string[];
}
