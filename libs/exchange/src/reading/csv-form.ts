import { TableProblem } from './fault';

/** The line by which Excel remembers the separator (`sep=;`), with any blank lines around it. */
const HINT = /^[\s\ufeff]*"?sep=(.)"?[ \t]*(?:[\r\n]+|$)/i;

const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'des virgules',
  '\t': 'des tabulations',
  '|': 'des barres verticales',
};
const AS_CSV = 'enregistrez en « CSV UTF-8 », avec des points-virgules';

/** The beginnings of files of other forms, and what such a file is. */
const OTHERS: readonly (readonly [beginning: string | RegExp, what: string])[] = [
  [
    'PK\u0003\u0004',
    'un classeur (XLSX, ODS) ou une archive, et non un CSV : donnez-lui son extension, et enregistrez en XLSX',
  ],
  ['\u00d0\u00cf\u0011\u00e0', 'un classeur .xls, et non un CSV : enregistrez en XLSX'],
  ['%PDF', 'un PDF, et non un CSV : demandez le tableau en CSV ou en XLSX'],
  ['{\\rtf', 'un texte mis en forme (RTF), et non un CSV : demandez le tableau en CSV ou en XLSX'],
  ['\u001f\u008b', 'une archive compressée, et non un CSV : décompressez-la'],
  [
    /^[\s\xef\xbb\xbf]*<(!doctype|html|\?xml|table|meta|head)/i,
    'une page (HTML ou XML), et non un CSV : ouvrez-la dans Excel et enregistrez en XLSX',
  ],
];

/**
 * Refuses a file that is no CSV with semicolons, in one sentence that says what it is.
 * @param head the file's first bytes
 * @throws TableProblem
 */
export function refuseOtherForms(head: Buffer): void {
  const text = head.toString('latin1');
  const other = OTHERS.find(([beginning]) =>
    typeof beginning === 'string' ? text.startsWith(beginning) : beginning.test(text),
  );
  if (other) throw new TableProblem(`ce fichier est ${other[1]}`);
  const separator = separatorOf(text);
  if (separator !== undefined)
    throw new TableProblem(`les colonnes sont séparées par ${SEPARATORS[separator]!} : ${AS_CSV}`, 1);
}

/** Whether the first record is Excel's `sep=` line. With a semicolon, it is passed over. */
export function isHint(cells: readonly string[]): boolean {
  return HINT.test(`${cells.join(';')}\n`);
}

/** The separator of the header's columns, where it is not a semicolon; undefined where it is one, or where there is none. */
function separatorOf(text: string): string | undefined {
  const hint = HINT.exec(text);
  if (hint && hint[1]! in SEPARATORS) return hint[1];
  const header = unquoted(text.slice(hint?.[0].length ?? 0).trimStart());
  if (header.includes(';')) return undefined;
  const counts = Object.keys(SEPARATORS).map((separator) => [separator, header.split(separator).length - 1] as const);
  const [best, count] = counts.reduce((one, other) => (other[1] > one[1] ? other : one));
  return count > 0 ? best : undefined;
}

/** The first line, without the text between quotes. */
function unquoted(text: string): string {
  let line = '';
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    else line += character;
  }
  return line;
}
