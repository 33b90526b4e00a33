import { visit, type JSONVisitor } from 'jsonc-parser';

/** A value of a JSON text with its place: its path, as faults name it (`objectifs[3].valeur`), and its line. */
export type JsonNode = ObjectNode | ListNode | ScalarNode;

interface Located {
  readonly path: string;
  /** Lines begin at 1. */
  readonly line: number;
}

export interface ObjectNode extends Located {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, JsonNode>;
}

export interface ListNode extends Located {
  readonly kind: 'list';
  readonly items: readonly JsonNode[];
}

export interface ScalarNode extends Located {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

/** Why a text is not JSON. The message says in French what was expected. */
export class JsonProblem extends Error {
  constructor(
    message: string,
    readonly line: number,
    /** The text at that place. */
    readonly found: string,
  ) {
    super(message);
    this.name = 'JsonProblem';
  }
}

export interface LocatedJson {
  readonly root: JsonNode;
  /** Members whose key was already given in the same object: the first one counts. */
  readonly repeated: readonly JsonNode[];
}

/** Our files have only a few levels. The limit keeps a hostile text from exhausting the stack. */
const MOST_LEVELS = 16;
/** The most characters of a key that a path shows. */
const LONGEST_KEY = 60;

/** Reads a JSON text (RFC 8259) with the place of each value. @throws JsonProblem at the first place that is not JSON */
export function parseLocatedJson(text: string): LocatedJson {
  const builder = new Builder(text);
  visit(text, builder, { disallowComments: true });
  return builder.built();
}

/** The value of a key; where the key is absent, an empty value with the path that it would have. */
export function childOf(node: ObjectNode, key: string): JsonNode {
  const { path, line } = node;
  const absent = { kind: 'scalar', path: under(path, key), line, value: '' } as const;
  return node.members.get(key) ?? absent;
}

/** The value that was found, as a fault shows it. */
export function foundIn(node: JsonNode): string {
  if (node.kind === 'object') return '{…}';
  if (node.kind === 'list') return '[…]';
  return String(node.value).slice(0, 200);
}

function under(path: string, key: string): string {
  const name = key.slice(0, LONGEST_KEY);
  return path === '' ? name : `${path}.${name}`;
}

/** What the text must contain next. */
type Expected = 'value' | 'key' | 'colon' | 'comma';

interface OpenObject {
  readonly kind: 'object';
  readonly path: string;
  readonly line: number;
  readonly members: Map<string, JsonNode>;
}

interface OpenList {
  readonly kind: 'list';
  readonly path: string;
  readonly line: number;
  readonly items: JsonNode[];
}

/**
 * Makes the located values from the events of the parser. The parser would go on after an error: this class stops it at the first error,
 * and at a depth that would exhaust the stack.
 */
class Builder implements JSONVisitor {
  private readonly open: (OpenObject | OpenList)[] = [];
  /** The key read last in each open object. */
  private readonly keys: string[] = [];
  private readonly repeated: JsonNode[] = [];
  private root: JsonNode | undefined;
  private expected: Expected = 'value';

  constructor(private readonly text: string) {}

  built(): LocatedJson {
    return { root: this.root!, repeated: this.repeated };
  }

  readonly onObjectBegin = (offset: number, _length: number, line: number): void => {
    this.begin({ kind: 'object', path: this.path(), line: line + 1, members: new Map() }, offset, 'key');
  };

  readonly onArrayBegin = (offset: number, _length: number, line: number): void => {
    this.begin({ kind: 'list', path: this.path(), line: line + 1, items: [] }, offset, 'value');
  };

  readonly onObjectEnd = (offset: number, length: number, line: number): void => this.end(offset, length, line);

  readonly onArrayEnd = (offset: number, length: number, line: number): void => this.end(offset, length, line);

  readonly onObjectProperty = (key: string): void => {
    this.keys[this.open.length] = key;
    this.expected = 'colon';
  };

  readonly onLiteralValue = (value: ScalarNode['value'], _offset: number, _length: number, line: number): void => {
    this.put({ kind: 'scalar', path: this.path(), line: line + 1, value });
    this.expected = 'comma';
  };

  readonly onSeparator = (sign: string): void => {
    this.expected = sign === ',' && this.parent?.kind === 'object' ? 'key' : 'value';
  };

  readonly onError = (_error: number, offset: number, _length: number, line: number): never => {
    throw this.problem(this.message(), offset, line + 1);
  };

  private get parent(): OpenObject | OpenList | undefined {
    return this.open.at(-1);
  }

  private get key(): string {
    return this.keys[this.open.length] ?? '';
  }

  /** The path of the value that comes now. */
  private path(): string {
    const { parent } = this;
    if (!parent) return '';
    return parent.kind === 'object' ? under(parent.path, this.key) : `${parent.path}[${parent.items.length}]`;
  }

  private begin(node: OpenObject | OpenList, offset: number, expected: Expected): void {
    if (this.open.length >= MOST_LEVELS) {
      const message = `${MOST_LEVELS} niveaux d’accolades et de crochets au plus sont attendus`;
      throw this.problem(message, offset, node.line);
    }
    this.put(node);
    this.open.push(node);
    this.expected = expected;
  }

  private end(offset: number, length: number, line: number): void {
    // At the end of the text the parser also ends the objects and lists that are still open; the length is then 0.
    if (length === 0) throw this.problem(this.message(), offset, line + 1);
    this.open.pop();
    this.expected = 'comma';
  }

  private put(node: JsonNode): void {
    const { parent, key } = this;
    if (!parent) this.root = node;
    else if (parent.kind === 'list') parent.items.push(node);
    else if (parent.members.has(key)) this.repeated.push(node);
    else parent.members.set(key, node);
  }

  private message(): string {
    const { expected, parent, key } = this;
    if (expected === 'key') return 'un nom de clé entre guillemets est attendu';
    if (expected === 'colon') return `« : » est attendu après « ${key.slice(0, LONGEST_KEY)} »`;
    if (expected === 'value') return 'une valeur est attendue : un texte entre guillemets, [ ou {';
    if (!parent) return 'rien n’est attendu après la dernière accolade';
    return parent.kind === 'object' ? '« , » ou « } » est attendu' : '« , » ou « ] » est attendu';
  }

  private problem(message: string, offset: number, line: number): JsonProblem {
    const found = this.text.slice(offset, offset + 20).split(/[\r\n]/)[0]!;
    return new JsonProblem(message, line, found.trim());
  }
}
