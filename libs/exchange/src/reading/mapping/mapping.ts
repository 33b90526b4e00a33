/**
 * How an office's own files become ours. The file given to `--mapping` is JSON; every member is optional:
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
 * of its days, for all columns or by our column (`{"date_bail": "MM/JJ/AAAA"}`); `constants`: our column → the value of a column that
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

/** A form of days such as `JJ.MM.AAAA`. */
export interface DateForm {
  readonly text: string;
  /** The day as `AAAA-MM-JJ` (not yet known to be one), undefined where the text has another form. */
  toIso(found: string): string | undefined;
}

/** The form that the text describes: JJ, MM and AAAA, each once, with separators. Undefined otherwise. */
export function dateForm(text: string): DateForm | undefined {
  const parts = text.match(/JJ|MM|AAAA/g) ?? [];
  if (parts.length !== 3 || new Set(parts).size !== 3 || /[A-Za-z0-9]/.test(text.replace(/JJ|MM|AAAA/g, '')))
    return undefined;
  const escaped = text.replace(/[^A-Za-z0-9]/g, '\\$&');
  const pattern = new RegExp(
    `^${escaped.replace('JJ', '(?<d>\\d{2})').replace('MM', '(?<m>\\d{2})').replace('AAAA', '(?<y>\\d{4})')}$`,
  );
  return {
    text,
    toIso: (found) => {
      const groups = pattern.exec(found)?.groups;
      return groups && `${groups['y']}-${groups['m']}-${groups['d']}`;
    },
  };
}
