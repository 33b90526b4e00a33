import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { FIGURE_CODES } from '#compliance';
import { readConvention } from '#convention';
import { syntheticYear } from '#demo';
import { NOT_AN_EPCI } from './support/pack';

const ROOT = join(__dirname, '../..');
const schema = JSON.parse(readFileSync(join(ROOT, 'docs/schemas/convention.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: false }).compile(schema);
const ofPack = (pack: string) => readFileSync(join(ROOT, 'packs', pack, 'convention.json'), 'utf8');
const ofYear = (pack: string) => syntheticYear(pack).get('convention.json')!;

it.each([
  ['sqy', ofPack('sqy'), []],
  ['grand-poitiers', ofPack('grand-poitiers'), []],
  ['grand-orly-seine-bievre', ofPack('grand-orly-seine-bievre'), NOT_AN_EPCI],
  ['the year of grand-poitiers', ofYear('grand-poitiers'), []],
  ['the year of grand-orly-seine-bievre', ofYear('grand-orly-seine-bievre'), NOT_AN_EPCI],
])('the convention of %s has no fault, and no warning but the expected ones', (_, text, doubts) => {
  const { faults, warnings, convention } = readConvention(text, { figures: FIGURE_CODES, reservedColumns: [] });
  expect(faults).toEqual([]);
  expect(warnings.map(({ path }) => path)).toEqual(doubts);
  expect(convention).toBeDefined();
  expect([validate(JSON.parse(text)), validate.errors ?? []]).toEqual([true, []]);
});
