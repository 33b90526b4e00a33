import Ajv2020 from 'ajv/dist/2020';
import {
  calendarDay,
  cell,
  DAY_EXPECTED,
  either,
  map,
  Notices,
  object,
  optional,
  refine,
  required,
  wholeNumber,
} from '.';
import type { Shape } from '.';

const day = cell(calendarDay, DAY_EXPECTED);

function read<Value>(shape: Shape<Value>, json: string) {
  const notices = new Notices();
  const root = notices.read(json);
  return { value: root && shape.read(root, notices), ...notices };
}

const faultsOf = (shape: Shape<unknown>, json: string) =>
  read(shape, json).faults.map(({ path, line, value, message }) => [path, line, value, message]);

describe('shapes', () => {
  it('read a text like a cell, and report missing quotes', () => {
    expect(read(day, '"28/01/2025"')).toEqual({ value: '2025-01-28', faults: [], warnings: [] });
    expect(faultsOf(day, '"30/02/2025"')).toEqual([['', 1, '30/02/2025', DAY_EXPECTED]]);
    expect(faultsOf(day, '2025')).toEqual([['', 1, '2025', `${DAY_EXPECTED}, entre guillemets`]]);
  });

  it('read a map, and report and leave out its unknown keys and unreadable values', () => {
    const shape = map(day, { known: ['a', 'b'], expected: 'a ou b est attendu' });
    const { value, faults } = read(shape, '{"a": "2025-01-28",\n"b": "hier",\n"c": "2025-01-28"}');
    expect([...value!]).toEqual([['a', '2025-01-28']]);
    expect(faults).toEqual([
      { path: 'b', line: 2, value: 'hier', message: DAY_EXPECTED },
      { path: 'c', line: 3, value: 'c', message: 'a ou b est attendu : a, b' },
    ]);
    expect(faultsOf(shape, '[]')).toEqual([['', 1, '[…]', 'un objet entre accolades est attendu : { … }']]);
  });

  it('read an object, and report its other keys as warnings, or as faults where it is closed', () => {
    const members = { a: optional(wholeNumber(1, 5), 'A', ''), b: required(day, 'B', '') };
    const open = read(object(members), '{"a": null, "b": "2025-01-28", "c": 1}');
    expect(open.value).toMatchObject({ a: undefined, b: '2025-01-28' });
    expect([open.faults.length, open.warnings.map(({ path }) => path)]).toEqual([0, ['c']]);
    const closed = object(members, {}, 'l’un de ces membres est attendu');
    expect(faultsOf(closed, '{"$schema": "a.json", "c": 1}')).toEqual([
      ['c', 1, 'c', 'l’un de ces membres est attendu : a, b'],
      ['b', 1, '', 'cette clé est obligatoire'],
    ]);
    const validate = new Ajv2020({ strict: false }).compile(closed.schema);
    const verdicts = [
      { b: '2025-01-28', $schema: 'a.json' },
      { b: '2025-01-28', c: 1 },
    ].map((json) => validate(json));
    expect(verdicts).toEqual([true, false]);
  });

  it('read a text, or another form in its place', () => {
    const shape = either(day, map(day));
    expect(read(shape, '"2025-01-28"').value).toBe('2025-01-28');
    expect([...(read(shape, '{"a": "2025-01-28"}').value as ReadonlyMap<string, string>)]).toEqual([
      ['a', '2025-01-28'],
    ]);
  });

  it('check a value beyond its form', () => {
    const even = refine(wholeNumber(0, 10), (found, node, report) => {
      if (found % 2 === 1) report.fault(node, 'un nombre pair est attendu');
      return found;
    });
    expect(read(even, '4')).toEqual({ value: 4, faults: [], warnings: [] });
    expect(faultsOf(even, '3')).toEqual([['', 1, '3', 'un nombre pair est attendu']]);
    expect(faultsOf(even, '11')).toHaveLength(1);
  });

  it('report once a text that is not JSON, and each key that is given twice', () => {
    expect(read(day, '{').faults).toMatchObject([
      { path: '', line: 1, message: expect.stringContaining('JSON illisible') as string },
    ]);
    expect(faultsOf(map(day), '{"a": "2025-01-28", "a": "2025-01-29"}')).toEqual([
      ['a', 1, '2025-01-29', 'clé déjà donnée dans cet objet : elle est attendue une fois'],
    ]);
  });
});
