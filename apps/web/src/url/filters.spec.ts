import fc from 'fast-check';
import { criteriaIn, criteriaText, valuesAfter, withoutCriterion, type Filter } from './filters';
import { listOf } from './search';

const note: Filter = {
  name: 'note',
  label: 'Note',
  alone: 'aucune',
  options: [
    { value: '4', label: '4' },
    { value: 'aucune', label: 'sans note' },
  ],
};
const inQpv: Filter = { name: 'en_qpv', label: 'En QPV', takesOne: true, options: [{ value: 'O', label: 'oui' }] };

describe('the filters of a list', () => {
  it('add and take away values', () => {
    expect(valuesAfter(note, ['4'], '5', true)).toEqual(['4', '5']);
    expect(valuesAfter(note, ['4', '5'], '4', false)).toEqual(['5']);
    expect(valuesAfter(note, ['4'], '4', false)).toBeUndefined();
  });

  it('keep the value that goes with no other one alone', () => {
    expect(valuesAfter(note, ['4', '5'], 'aucune', true)).toEqual(['aucune']);
    expect(valuesAfter(note, ['aucune'], '4', true)).toEqual(['4']);
  });

  it('keep one value where the API takes one', () => {
    expect(valuesAfter(inQpv, ['O'], 'N', true)).toEqual(['N']);
  });

  it('tell the criteria in words, and a code that has none as it is', () => {
    const search = { en_qpv: 'O', note: ['4', '9'], sort: 'note' };
    expect(criteriaText(criteriaIn([note, inQpv], search))).toBe('Note : 4 ou 9 ; En QPV : oui');
  });

  it('take one criterion away and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (values) => {
        const without = withoutCriterion({ note: values, en_qpv: 'O' }, { name: 'note', value: values[0]! });
        expect(listOf(without, 'note')).toEqual(values.slice(1));
        expect(without['en_qpv']).toBe('O');
      }),
    );
  });
});
