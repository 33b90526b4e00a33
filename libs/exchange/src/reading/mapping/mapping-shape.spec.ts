import Ajv2020 from 'ajv/dist/2020';
import { Notices } from '#shapes';
import { FILES } from '../../files';
import { mappingShape } from './mapping-shape';

const shape = mappingShape(FILES);
const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(shape.schema);

function isRead(json: unknown): boolean {
  const notices = new Notices();
  shape.read(notices.read(JSON.stringify(json))!, notices);
  return notices.faults.length === 0;
}

const ofFile = (members: object) => ({ files: { 'qpv.csv': members } });

const GOOD: readonly (readonly [string, unknown])[] = [
  ['nothing', {}],
  ['the key by which editors find the schema', { $schema: 'mapping.schema.json', files: {} }],
  ['a file of another name', ofFile({ file: 'Quartiers.XLSX' })],
  ['headers', ofFile({ columns: { Quartier: 'nom' } })],
  ['values', ofFile({ values: { nom: { Un: 'Premier' } } })],
  ['one form for all days', ofFile({ dates: 'MM/JJ/AAAA' })],
  ['a form for one column', ofFile({ dates: { date_fin: 'JJ.MM.AAAA' } })],
  ['a form with a time', ofFile({ dates: 'J/M/AA HH:MM:SS' })],
  ['a constant', ofFile({ constants: { code_insee: '78621' } })],
];

const BAD: readonly (readonly [string, unknown])[] = [
  ['a list', []],
  ['another member', { fichiers: {} }],
  ['another file', { files: { 'baux.csv': {} } }],
  ['another member of a file', ofFile({ colonnes: {} })],
  ['a file in a folder', ofFile({ file: '../a.csv' })],
  ['a number for a column', ofFile({ columns: { A: 1 } })],
  ['a text for values', ofFile({ values: { nom: 'Un' } })],
  ['a form without its year', ofFile({ dates: 'JJ.MM' })],
];

describe('the shape of a mapping', () => {
  it.each(GOOD)('and its schema both take %s', (_, json) => {
    expect([validate(json), isRead(json)]).toEqual([true, true]);
  });

  it.each(BAD)('and its schema both refuse %s', (_, json) => {
    expect([validate(json), isRead(json)]).toEqual([false, false]);
  });
});
