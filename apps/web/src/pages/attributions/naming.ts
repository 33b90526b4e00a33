import type { Option } from '../../url/filters';

/** The sealed columns that a list with names adds. */
export const NAMING_COLUMNS = [
  { key: 'numero_unique', label: 'Numéro unique' },
  { key: 'numero_attribution', label: 'Numéro d’attribution' },
  { key: 'reference_logement', label: 'Logement' },
] as const;

/** Why names are read: coded, the same in every territory, so that histories can be compared. */
export const READING_MOTIVES: readonly Option[] = [
  { value: 'instruction', label: 'instruire une demande' },
  { value: 'commission', label: 'préparer une commission' },
  { value: 'relance', label: 'rappeler un ménage ou un partenaire' },
  { value: 'controle', label: 'contrôler des enregistrements' },
  { value: 'autorite', label: 'répondre à une autorité' },
  { value: 'droit_acces', label: 'répondre à une demande d’accès' },
];
