import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '#kernel';
import { packSealed, unpackSealed, type SealedPart } from './sealed-form';

/** Boxes sealed by each version of the program. Never remove one. */
function fixture(name: string): Json {
  return JSON.parse(readFileSync(join(__dirname, 'testing/fixtures', `${name}.json`), 'utf8')) as Json;
}

const FACTS: SealedPart = {
  allocationNumber: 'ATT-2023-000123',
  householdNumber: '078000000000000123',
  dwellingReference: 'LOG-R42-0123',
  personsOf14OrMore: 2,
  childrenUnder14: 1,
  income: 1_845_050,
  givenQuartile: null,
  dalo: false,
  priorityCategory: 'L441-1-b',
  rehousing: null,
  homeCommune: '78621',
  workCommune: '78423',
  professionalMobility: null,
};
const CHANGES: SealedPart = { changes: { income: { from: 1_845_050, to: null }, dalo: { from: false, to: true } } };

describe('the form of sealed facts', () => {
  it.each(['SealedFacts.v0', 'SealedFacts.v1'])('reads %s', (name) => {
    expect(unpackSealed(fixture(name))).toEqual(FACTS);
  });

  it('reads the changes of a correction, which keep their names', () => {
    expect(unpackSealed(fixture('SealedChanges.v0'))).toEqual(CHANGES);
    expect(packSealed(CHANGES)).toEqual(fixture('SealedChanges.v0'));
  });

  it('writes the newest form, without the names of the facts', () => {
    expect(packSealed(FACTS)).toEqual(fixture('SealedFacts.v1'));
  });

  it('gives back each fact under its own name', () => {
    const distinct = Object.fromEntries(
      Object.keys(FACTS).map((name, index) => [name, index]),
    ) as unknown as SealedPart;
    expect(unpackSealed(packSealed(distinct))).toEqual(distinct);
    expect(packSealed(distinct)).toHaveLength(Object.keys(FACTS).length + 1);
  });

  it('refuses a form that it does not know', () => {
    expect(() => unpackSealed([2, 'ATT-1'])).toThrow(expect.objectContaining({ code: 'sealed-form-newer' }));
  });
});
