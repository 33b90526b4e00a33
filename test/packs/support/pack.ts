import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const PACKS = join(__dirname, '../../../packs');

export type PackRow = Readonly<Record<string, string>>;

/** An objective as a convention's file writes it. */
export interface WrittenObjective {
  readonly code: string;
  readonly figure: string;
  readonly portee: { readonly type: string; readonly identifiants?: readonly string[] };
  readonly operateur: string;
  readonly valeur?: string | null;
  readonly origine: string;
  /** `toujours`: it has always been in force. */
  readonly date_debut: string;
  readonly date_fin: string | null;
  readonly trajectoire?: readonly { readonly annee: number; readonly valeur: string }[];
}

/** The part of a convention's file that the tests of packs read. */
export interface WrittenConvention {
  readonly territoire: { readonly siren?: string | null; readonly nom: string; readonly communes?: readonly string[] };
  readonly convention: {
    readonly date_avis?: string;
    readonly date_adoption?: string;
    readonly date_debut: string;
    readonly date_fin: string;
  };
  readonly secteurs?: readonly { readonly code: string; readonly nom: string; readonly code_insee: string }[];
  readonly publics?: readonly { readonly code: string; readonly colonne: string; readonly sensible: boolean }[];
  readonly objectifs: readonly WrittenObjective[];
  readonly professions_essentielles?: readonly { readonly code: string; readonly nom: string }[];
  readonly categories_prioritaires?: readonly {
    readonly code: string;
    readonly nom: string;
    readonly date_debut?: string;
    readonly date_fin?: string;
  }[];
  readonly instances?: readonly {
    readonly code: string;
    readonly seances_min?: number;
    readonly seances_max?: number;
    readonly periode?: string;
  }[];
  readonly echeances?: readonly { readonly code: string; readonly jours?: readonly string[] }[];
}

/** The rows of a CSV file of a pack, by column. */
export function packRows(pack: string, file: string): PackRow[] {
  return parse(readFileSync(join(PACKS, pack, file), 'utf8'), { columns: true, delimiter: ';' }) as PackRow[];
}

/** The convention of a pack. */
export function conventionOf(pack: string): WrittenConvention {
  return JSON.parse(readFileSync(join(PACKS, pack, 'convention.json'), 'utf8')) as WrittenConvention;
}

/**
 * The expected warning about Grand-Orly Seine Bièvre: its SIREN is that of an établissement public territorial, which
 * is not an EPCI with its own taxation.
 */
export const NOT_AN_EPCI = ['territoire.siren'];
