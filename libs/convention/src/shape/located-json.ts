/** A value of a JSON text, with where it stands: its path, as faults name it (`objectifs[3].valeur`), and its line. */
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

/** Why a text is no JSON; its message says in French what was expected. */
export class JsonProblem extends Error {
  constructor(
    message: string,
    readonly line: number,
    /** What stands there. */
    readonly found: string,
  ) {
    super(message);
    this.name = 'JsonProblem';
  }
}

export interface LocatedJson {
  readonly root: JsonNode;
  /** Members that an object holds twice: the first one counts. */
  readonly repeated: readonly JsonNode[];
}

/** Nothing of ours nests deeper than a few levels: a hostile text must not exhaust the stack. */
const MOST_LEVELS = 16;
/** Characters of a key that a path quotes. */
const LONGEST_KEY = 60;

/** Reads a JSON text (RFC 8259) so that each value is known by its place. @throws JsonProblem where it is none */
export function parseLocatedJson(text: string): LocatedJson {
  return new Parser(text).whole();
}

/** The value of a key; where the key is absent, a place for it, with nothing in it. */
export function childOf(node: ObjectNode, key: string): JsonNode {
  const { path, line } = node;
  const absent = { kind: 'scalar', path: under(path, key), line, value: '' } as const;
  return node.members.get(key) ?? absent;
}

/** What was found, as a fault quotes it. */
export function foundIn(node: JsonNode): string {
  if (node.kind === 'object') return '{…}';
  if (node.kind === 'list') return '[…]';
  return String(node.value).slice(0, 200);
}

function under(path: string, key: string): string {
  const name = key.slice(0, LONGEST_KEY);
  return path === '' ? name : `${path}.${name}`;
}

const BLANKS = /[ \t\r\n]*/y;
// JSON takes no control character within a text.
// eslint-disable-next-line no-control-regex
const STRING = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class Parser {
  private at = 0;
  private line = 1;
  private counted = 0;
  private readonly repeated: JsonNode[] = [];

  constructor(private readonly text: string) {}

  whole(): LocatedJson {
    const root = this.value('', 0);
    this.blanks();
    if (this.at < this.text.length) throw this.problem('rien n’est attendu après la dernière accolade');
    return { root, repeated: this.repeated };
  }

  private value(path: string, level: number): JsonNode {
    this.blanks();
    const line = this.lineHere();
    if (level > MOST_LEVELS) throw this.problem(`moins de ${MOST_LEVELS} niveaux d’accolades et de crochets attendus`);
    const first = this.text[this.at];
    if (first === '{') return { kind: 'object', path, line, members: this.members(path, level + 1) };
    if (first === '[') return { kind: 'list', path, line, items: this.items(path, level + 1) };
    const token = this.taken(STRING) ?? this.taken(NUMBER) ?? this.taken(WORD);
    if (token === undefined) throw this.problem('une valeur est attendue : un texte entre guillemets, [ ou {');
    return { kind: 'scalar', path, line, value: JSON.parse(token) as ScalarNode['value'] };
  }

  private members(path: string, level: number): ReadonlyMap<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.at += 1;
    if (this.sees('}')) return members;
    do {
      this.blanks();
      const token = this.taken(STRING);
      if (token === undefined) throw this.problem('un nom de clé entre guillemets est attendu');
      const key = JSON.parse(token) as string;
      if (!this.sees(':')) throw this.problem(`« : » est attendu après « ${key.slice(0, LONGEST_KEY)} »`);
      const node = this.value(under(path, key), level);
      if (members.has(key)) this.repeated.push(node);
      else members.set(key, node);
    } while (this.sees(','));
    if (!this.sees('}')) throw this.problem('« , » ou « } » est attendu');
    return members;
  }

  private items(path: string, level: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    this.at += 1;
    if (this.sees(']')) return items;
    do items.push(this.value(`${path}[${items.length}]`, level));
    while (this.sees(','));
    if (!this.sees(']')) throw this.problem('« , » ou « ] » est attendu');
    return items;
  }

  /** Steps over the sign where it comes next. */
  private sees(sign: string): boolean {
    this.blanks();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private taken(token: RegExp): string | undefined {
    token.lastIndex = this.at;
    const found = token.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private blanks(): void {
    this.taken(BLANKS);
  }

  private lineHere(): number {
    for (; this.counted < this.at; this.counted++) if (this.text[this.counted] === '\n') this.line += 1;
    return this.line;
  }

  private problem(message: string): JsonProblem {
    const found = this.text
      .slice(this.at, this.at + 20)
      .split('\n')[0]!
      .trim();
    return new JsonProblem(message, this.lineHere(), found);
  }
}
