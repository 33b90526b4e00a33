import fc from 'fast-check';
import { JsonProblem, parseLocatedJson, type JsonNode } from './located-json';

function plain(node: JsonNode): unknown {
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'scalar') return node.value;
  return Object.fromEntries([...node.members].map(([key, value]) => [key, plain(value)]));
}

function nodesOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'scalar') return [node];
  return [node, ...(node.kind === 'list' ? node.items : [...node.members.values()]).flatMap(nodesOf)];
}

const REFUSED = 'refused';

function orRefused<Value>(read: () => Value): Value | typeof REFUSED {
  try {
    return read();
  } catch {
    return REFUSED;
  }
}

describe('JSON with paths and lines', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, noUnicodeString: false }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(parseLocatedJson(text).root)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('gives the path and the line of each value', () => {
    const { root } = parseLocatedJson('{\n "a": [1,\r\n  {"b": "x"}\n ]\n}');
    expect(nodesOf(root).find(({ path }) => path === 'a[1].b')).toEqual({
      kind: 'scalar',
      path: 'a[1].b',
      line: 3,
      value: 'x',
    });
  });

  it.each([
    ['{"a": 1,}', 1, '}', 'clé entre guillemets'],
    ['{"a": 1\n"b": 2}', 2, '"b": 2}', '« , » ou « } »'],
    ["{\n'a': 1}", 2, "'a': 1}", 'clé entre guillemets'],
    ['{"a": }', 1, '}', 'une valeur'],
    ['{"a": 012}', 1, '12}', '« , » ou « } »'],
    ['{} {}', 1, '{}', 'rien n’est attendu'],
    ['{"a" 1}', 1, '1}', '« : »'],
    ['["a', 1, '"a', 'une valeur'],
    ['', 1, '', 'une valeur'],
    ['{"a": “x”}', 1, '“x”}', 'une valeur'],
    ['{"a": 1,\n', 2, '', 'clé entre guillemets'],
    ['{"a": [1\n', 2, '', '« , » ou « ] »'],
    ['{"a": {"b": 1}\r\n', 2, '', '« , » ou « } »'],
    ['[1, ]', 1, ']', 'une valeur'],
    ['{"a": 1, // note\n"b": 2}', 1, '// note', 'clé entre guillemets'],
    ['/* note */ {}', 1, '/* note */ {}', 'une valeur'],
    ['{"a": 1.}', 1, '1.}', 'une valeur'],
    ['{"a": "\\x"}', 1, '"\\x"}', 'une valeur'],
    ['{"a": "\tx"}', 1, '"\tx"}', 'une valeur'],
    ['{"a": tru}', 1, 'tru}', 'une valeur'],
    ['\u00a0{}', 1, '{}', 'une valeur'],
  ])('%j: reports the first fault and its line', (text, line, found, message) => {
    const problem = (() => {
      try {
        return parseLocatedJson(text);
      } catch (error) {
        return error as JsonProblem;
      }
    })();
    expect(problem).toBeInstanceOf(JsonProblem);
    expect(problem).toMatchObject({ line, found, message: expect.stringContaining(message) as string });
  });

  it('reports a key that is given twice, and keeps its first value', () => {
    const { root, repeated } = parseLocatedJson('{"a": 1, "a": 2}');
    expect(plain(root)).toEqual({ a: 1 });
    expect(repeated.map(({ path }) => path)).toEqual(['a']);
  });

  it('accepts sixteen levels, and no more', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(plain(parseLocatedJson(nested(16)).root)).toEqual(JSON.parse(nested(16)));
    expect(() => parseLocatedJson(nested(17))).toThrow('16 niveaux d’accolades et de crochets au plus');
  });

  it('accepts and refuses the same damaged texts as JSON.parse', () => {
    const damages = fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '1',
      '-',
      '.',
      'e',
      '\\',
      ' ',
      '\n',
      '//',
      '/**/',
    );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), damages, fc.nat(1), (value, place, damage, taken) => {
        const text = JSON.stringify(value);
        const at = place % text.length;
        const damaged = text.slice(0, at) + damage + text.slice(at + taken);
        const parsed = orRefused(() => JSON.parse(damaged));
        const located = orRefused(() => parseLocatedJson(damaged));
        // Where two members have the same name, JSON.parse keeps the last one.
        if (located === REFUSED || located.repeated.length === 0)
          expect(located === REFUSED ? REFUSED : plain(located.root)).toEqual(parsed);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not exhaust the stack with a hostile depth or a long text', () => {
    expect(() => parseLocatedJson('['.repeat(100_000))).toThrow(JsonProblem);
    expect(plain(parseLocatedJson(JSON.stringify('é\\"'.repeat(200_000))).root)).toHaveLength(600_000);
  });
});
