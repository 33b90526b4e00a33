import type { Day } from '#kernel';
import { type Block, type PrintedColumn, type PrintedDocument, type PrintedTable } from './document';
import { frenchCount, frenchDay } from './french';
import { headOf, type Fact, type Issuer, type Source } from './head';

/** What differs from one report on paper to another. */
export interface ReportPaper {
  readonly title: string;
  /** The lines under the title that say what the report is about. */
  readonly about?: readonly (string | false)[];
  readonly paper: PrintedDocument['paper'];
  /** What the report contains, in the notice of an import that is not completely written. */
  readonly contents: keyof typeof INCOMPLETE;
  /** What the reader must know before the tables; `false` and `undefined` give no notice. */
  readonly notices?: readonly (string | false | undefined)[];
  readonly blocks: readonly Block[];
  /** What the figures mean, under the tables. */
  readonly meaning?: readonly (string | false | undefined)[];
  /** Who signs beside the territory. */
  readonly signers?: readonly string[];
  /** Who signs in its place, for a paper that is not the territory’s; nobody where the list is empty. */
  readonly ownSigners?: readonly string[];
}

/** The state of a report. `incompleteImport` is there while an import is not completely written. */
interface ReportState extends Source {
  readonly incompleteImport?: unknown;
}

const INCOMPLETE = {
  figures: 'Un import n’est pas écrit en entier : ces chiffres n’en contiennent qu’une partie.',
  state: 'Un import n’est pas écrit en entier : cet état n’en contient qu’une partie.',
} as const;

/** A report on paper: its head and its foot, its notices, its own blocks, what they mean, and room to sign. */
export function reportPaper(own: ReportPaper, issuer: Issuer, state: ReportState): PrintedDocument {
  const { title, about = [], paper, contents, notices = [], blocks, meaning = [] } = own;
  return {
    ...headOf(
      title,
      issuer,
      state,
      about.filter((line) => line !== false),
    ),
    paper,
    blocks: [
      ...textBlocks('notice', [state.incompleteImport !== undefined && INCOMPLETE[contents], ...notices]),
      ...blocks,
      ...textBlocks('text', meaning),
      ...signatures(own, issuer),
    ],
  };
}

function signatures({ ownSigners, signers = [] }: ReportPaper, { territory }: Issuer): readonly Block[] {
  const all = ownSigners ?? [`Pour ${territory.label}`, ...signers];
  return all.length === 0 ? [] : [{ kind: 'signatures', signers: all }];
}

function textBlocks(kind: 'text' | 'notice', texts: readonly (string | false | undefined)[]): Block[] {
  return texts.flatMap((text) => (text ? [{ kind, text }] : []));
}

/** « Baux signés du 1er janvier 2023 au 31 décembre 2023 ». */
export function leasesLine({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return `Baux signés du ${frenchDay(from)} au ${frenchDay(to)}`;
}

/** The day of the objectives that judge a report; `false` without a convention. */
export function objectivesLine(day: Day | undefined): string | false {
  return day !== undefined && `Objectifs en vigueur le ${frenchDay(day)}`;
}

/** A table of the whole width. Its head, and its title where it has one, are repeated on every page. */
export function tableBlock(
  columns: readonly PrintedColumn[],
  rows: PrintedTable['rows'],
  more: Pick<PrintedTable, 'title' | 'total'> = {},
): Block {
  return { kind: 'table', table: { columns, rows, ...more } };
}

/** Leases of a report whose quartile is not known, or known only as 2–4. */
interface UnknownQuartiles {
  /** Null where it is masked. */
  readonly unknownQuartile: number | null;
  readonly partialQuartile: number | null;
}

const MASKED = 'masqué';

/** How many leases have no known quartile, or one known only as 2–4. `which` names the leases that are counted. */
export function unknownQuartilesText({ unknownQuartile, partialQuartile }: UnknownQuartiles, which: string): string {
  const text = (count: number | null): string => (count === null ? MASKED : frenchCount(count));
  return `Quartile inconnu : ${text(unknownQuartile)} ${which} ; connu seulement comme 2 à 4 : ${text(partialQuartile)}.`;
}

/** The same for the title sheet of a workbook. */
export function unknownQuartilesFact({ unknownQuartile, partialQuartile }: UnknownQuartiles, which?: string): Fact {
  const unknown = unknownQuartile ?? MASKED;
  const counted = which === undefined ? unknown : `${unknown} ${which}`;
  return ['Quartiles inconnus', `${counted} ; connus seulement comme 2 à 4 : ${partialQuartile ?? MASKED}`];
}
