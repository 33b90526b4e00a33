import type { RecordedConvention } from '../recorded-convention';
import { Notices, type JsonNode, type JsonNotice } from '#shapes';
import type { IsInEpci } from '#territory';
import { checkConvention } from './check-convention';
import { conventionShape } from './convention-shape';
import { referencesIn, type ConventionReference } from './references';
import { factsOf } from './to-facts';

export type ConventionNotice = JsonNotice;

export interface ConventionReading {
  /** Undefined where there is a fault. */
  readonly convention: RecordedConvention | undefined;
  readonly faults: readonly ConventionNotice[];
  readonly warnings: readonly ConventionNotice[];
  /** The codes of other entities that the file names. The caller, which knows these entities, checks that they exist. */
  readonly references: readonly ConventionReference[];
  /** The line of the value at a path, or else of the nearest value that contains it. */
  lineOf(path: string): number;
}

export interface ConventionReadingOptions {
  /** Codes of the compliance report's figures. */
  readonly figures: readonly string[];
  /** Columns that attributions.csv already has. */
  readonly reservedColumns: readonly string[];
  /** The recorded communes of the EPCI: among several communes of one name, they are proposed first. */
  readonly isInEpci?: IsInEpci;
}

/** Reads the text of a convention.json: every fault at once, each with its path and its line. */
export function readConvention(text: string, options: ConventionReadingOptions): ConventionReading {
  const notices = new Notices();
  const { faults, warnings } = notices;
  const root = notices.read(text);
  if (!root) return { convention: undefined, faults, warnings, references: [], lineOf: () => 0 };
  const draft = conventionShape(options.figures).read(root, notices);
  if (draft) checkConvention(draft, options, notices);
  let lines: ReadonlyMap<string, number> | undefined;
  return {
    convention: draft && faults.length === 0 ? factsOf(draft) : undefined,
    faults,
    warnings,
    references: draft ? referencesIn(draft) : [],
    lineOf: (path) => lineIn((lines ??= linesOf(root)), path),
  };
}

function linesOf(root: JsonNode): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const walk = (node: JsonNode): void => {
    lines.set(node.path, node.line);
    if (node.kind === 'object') node.members.forEach(walk);
    if (node.kind === 'list') node.items.forEach(walk);
  };
  walk(root);
  return lines;
}

function lineIn(lines: ReadonlyMap<string, number>, path: string): number {
  const line = lines.get(path);
  if (line !== undefined || path === '') return line ?? 0;
  return lineIn(lines, path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0)));
}
