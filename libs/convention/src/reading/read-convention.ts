import type { RecordedConvention } from '../recorded-convention';
import { foundIn, JsonProblem, parseLocatedJson, type JsonNode, type LocatedJson } from '../shape/located-json';
import type { Telling } from '../shape/shape';
import { checkConvention } from './check-convention';
import { conventionShape } from './convention-shape';
import { referencesIn, type ConventionReference } from './references';
import { factsOf } from './to-facts';

/** What is wrong, or doubtful, at a place of convention.json. */
export interface ConventionNotice {
  /** `objectifs[3].valeur`; '' is the file as a whole. */
  readonly path: string;
  readonly line: number;
  /** What was found, '' where there was nothing. */
  readonly value: string;
  /** In French: what was expected. */
  readonly message: string;
}

export interface ConventionReading {
  /** Undefined where there is a fault. */
  readonly told: RecordedConvention | undefined;
  readonly faults: readonly ConventionNotice[];
  readonly warnings: readonly ConventionNotice[];
  /** Codes of other entities that it names: whether they exist is for who knows them to say. */
  readonly references: readonly ConventionReference[];
  /** Of the value at a path, or of the nearest one that holds it. */
  lineOf(path: string): number;
}

export interface ConventionReadingOptions {
  /** Codes of the compliance report's figures. */
  readonly figures: readonly string[];
  /** Columns that attributions.csv has for itself. */
  readonly reservedColumns: readonly string[];
}

/** Reads the text of a convention.json: every fault at once, each with its path and its line. */
export function readConvention(text: string, options: ConventionReadingOptions): ConventionReading {
  const notices = new Notices();
  const json = parsed(text, notices);
  if (!json) return { told: undefined, ...notices, references: [], lineOf: () => 0 };
  for (const node of json.repeated) notices.fault(node, 'clé déjà donnée dans cet objet : elle est attendue une fois');
  const draft = conventionShape(options.figures).read(json.root, notices);
  if (draft) checkConvention(draft, options.reservedColumns, notices);
  let lines: ReadonlyMap<string, number> | undefined;
  return {
    told: draft && notices.faults.length === 0 ? factsOf(draft) : undefined,
    faults: notices.faults,
    warnings: notices.warnings,
    references: draft ? referencesIn(draft) : [],
    lineOf: (path) => lineIn((lines ??= linesOf(json.root)), path),
  };
}

function parsed(text: string, notices: Notices): LocatedJson | undefined {
  try {
    return parseLocatedJson(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    notices.faults.push({
      path: '',
      line: error.line,
      value: error.found,
      message: `JSON illisible : ${error.message}`,
    });
    return undefined;
  }
}

class Notices implements Telling {
  readonly faults: ConventionNotice[] = [];
  readonly warnings: ConventionNotice[] = [];

  fault(node: JsonNode, message: string, value?: string): void {
    this.faults.push(notice(node, message, value));
  }

  warning(node: JsonNode, message: string, value?: string): void {
    this.warnings.push(notice(node, message, value));
  }
}

function notice(node: JsonNode, message: string, value = foundIn(node)): ConventionNotice {
  return { path: node.path, line: node.line, value, message };
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
