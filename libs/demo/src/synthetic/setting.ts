import { packText } from '../pack';

/** A sector or a QPV, with the keys of the files. */
export interface WrittenPlace {
  readonly code: string;
  readonly nom: string;
  readonly code_insee: string;
}

/** The settings of the synthetic year of a pack (`synthetic-year.json`): how many records of each kind, and where. */
export interface YearSetting {
  readonly annee: number;
  /** INSEE codes. */
  readonly communes: readonly string[];
  /** Sectors that the convention does not name: they are added to it. */
  readonly secteurs: readonly WrittenPlace[];
  readonly qpv: readonly WrittenPlace[];
  /** The number of records of each kind. */
  readonly bailleurs: number;
  readonly residences: number;
  readonly attributions: number;
  /** The percentage of leases for each public, by the code of the public. */
  readonly publics: Readonly<Record<string, number>>;
}

/** The part of a pack's convention that a synthetic year reads; the rest goes to the import as it is. */
export interface PackConvention {
  readonly publics?: readonly { readonly code: string; readonly colonne: string }[];
  readonly secteurs?: readonly WrittenPlace[];
}

export function settingOf(pack: string): YearSetting {
  return JSON.parse(packText(pack, 'synthetic-year.json')) as YearSetting;
}

export function conventionOf(pack: string): PackConvention {
  return JSON.parse(packText(pack, 'convention.json')) as PackConvention;
}
