import type { DateForm } from './date-form';

/**
 * How the files of an office are read as ours. The file given to `--mapping` is JSON; every member is optional:
 *
 * ```json
 * {
 *   "files": {
 *     "attributions.csv": {
 *       "file": "export-baux.csv",
 *       "columns": { "N° de bail": "numero_attribution", "Signé le": "date_bail" },
 *       "values": { "dalo": { "Oui": "O", "Non": "N" } },
 *       "dates": "JJ.MM.AAAA",
 *       "constants": { "type_demande": "premier_acces" }
 *     }
 *   }
 * }
 * ```
 *
 * `file`: the office's name for that file; `columns`: its header → our column; `values`: our column → its value → ours; `dates`: the form
 * of its days, for all columns or by our column (`{"date_bail": "J/M/AA HH:MM"}`); `constants`: our column → the value of a column that
 * the file does not have.
 */
export interface Mapping {
  readonly files: ReadonlyMap<string, FileMapping>;
}

export interface FileMapping {
  /** Our name of the file: `attributions.csv`. */
  readonly ours: string;
  /** The office's name of it. */
  readonly file?: string;
  /** By the office's header, in normal form. */
  readonly columns: ReadonlyMap<string, string>;
  /** By our column, then by the office's value in normal form. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly dates: ReadonlyMap<string, DateForm>;
  readonly constants: ReadonlyMap<string, string>;
}
