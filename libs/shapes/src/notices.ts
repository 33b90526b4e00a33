import { foundIn, JsonProblem, parseLocatedJson, type JsonNode } from './located-json';
import type { Reporter } from './shape';

/** A fault or a warning at a place of a JSON text. */
export interface JsonNotice {
  /** `objectifs[3].valeur`; '' means the file as a whole. */
  readonly path: string;
  readonly line: number;
  /** The value that was found; '' where there was none. */
  readonly value: string;
  /** What was expected, in French. */
  readonly message: string;
}

/** Gathers the faults and the warnings of a JSON text. */
export class Notices implements Reporter {
  readonly faults: JsonNotice[] = [];
  readonly warnings: JsonNotice[] = [];

  fault(node: JsonNode, message: string, value?: string): void {
    this.faults.push(notice(node, message, value));
  }

  warning(node: JsonNode, message: string, value?: string): void {
    this.warnings.push(notice(node, message, value));
  }

  /** Reads a text as JSON; undefined where it is not JSON, and then this is the only fault. */
  read(text: string): JsonNode | undefined {
    try {
      const { root, repeated } = parseLocatedJson(text.replace(/^\ufeff/, ''));
      for (const node of repeated) this.fault(node, 'clé déjà donnée dans cet objet : elle est attendue une fois');
      return root;
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      const { line, found: value, message } = error;
      this.faults.push({ path: '', line, value, message: `JSON illisible : ${message}` });
      return undefined;
    }
  }
}

function notice(node: JsonNode, message: string, value = foundIn(node)): JsonNotice {
  return { path: node.path, line: node.line, value, message };
}
