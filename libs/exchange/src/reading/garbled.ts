import type { CellForm } from '#cells';
import type { Encoding } from './encoding';
import type { Header } from './header';
import type { RawCell } from './source';
import type { FileSpec } from './spec';

/** Any other text has plain characters only, and they are the same in every encoding. */
const WORTH_A_LOOK = /[^ -~\s]|\?/;
/** The sign for a lost character. Some programs write a question mark instead, which is then inside a word. */
const LOST = /\ufffd|(?<=\p{L})\?(?=\p{Ll})/u;
/** A character of UTF-8 that was read as two or three of Windows-1252: `Ã©` for é, `Â°` for °, `â€™` for ’, `Å“` for œ. */
const READ_TWICE = /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ€žŸŽ]|â€|Å[“’]/;
/** Signs of no French text: DOS, old Macs and Latin-9 write accents with the same bytes. */
const FOREIGN = /[‚„ƒ†‡ˆŠ‹Žšž›˜¤¦¨]/;
/** Signs that no French text has inside a word, where those programs write œ, ô, î, â. */
const INSIDE_A_WORD = /(?<=\p{L})[½¼¾“”™‰](?=\p{L})/u;

/** Whether a text cannot be French in the encoding that its file was read in. */
export function isGarbled(text: string, encoding: Encoding): boolean {
  if (!WORTH_A_LOOK.test(text)) return false;
  if (LOST.test(text) || READ_TWICE.test(text)) return true;
  // Valid UTF-8 is never another encoding: somebody typed the signs in it.
  return encoding === 'windows-1252' && (FOREIGN.test(text) || INSIDE_A_WORD.test(text));
}

/** Columns whose cells hold words of people. */
const WORDS: readonly CellForm[] = ['text', 'code'];

interface GarbledColumn {
  readonly line: number;
  /** The first garbled text. */
  readonly value: string;
  count: number;
}

/** The garbled texts of a file: one warning for each column, whatever their number. */
export class GarbledTexts {
  private readonly columns = new Map<string, GarbledColumn>();

  private readonly words: readonly (readonly [position: number, column: string])[];

  constructor(
    private readonly encoding: Encoding,
    { columns }: FileSpec<never>,
    { positions }: Header,
  ) {
    const words = columns.map(({ reader, name }, index) => [positions[index]!, name, reader.form] as const);
    this.words = words.flatMap(([position, name, form]) =>
      position >= 0 && WORDS.includes(form) ? [[position, name]] : [],
    );
  }

  look(record: readonly RawCell[], line: number): void {
    for (const [position, column] of this.words) {
      const cell = record[position];
      if (typeof cell !== 'string' || !isGarbled(cell, this.encoding)) continue;
      const known = this.columns.get(column);
      if (known) known.count++;
      else this.columns.set(column, { line, value: cell.trim(), count: 1 });
    }
  }

  /** Gives each column with its first garbled text. */
  report(warn: (column: string, line: number, value: string, message: string) => void): void {
    for (const [column, { line, value, count }] of this.columns) {
      const others = count > 1 ? ` (${count} cellules de cette colonne)` : '';
      warn(
        column,
        line,
        value,
        `ce texte ne peut pas être du français : ses accents ont été changés par un autre encodage ; refaites l’export et enregistrez en « CSV UTF-8 »${others}`,
      );
    }
  }
}
