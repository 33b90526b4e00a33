import { ALLOCATION_COLUMNS, columnsIn, USUAL_COLUMNS, type AllocationRow } from './columns';

const row = {
  date_bail: '2023-03-04',
  date_caleol: null,
  code_insee: '78621',
  code_qpv: ['Q1', 'Q2'],
  en_qpv: true,
  note: null,
  quartile: '2-4',
  prioritaire: null,
} as unknown as AllocationRow;

const textOf = (key: string, showsCodes = false): string =>
  ALLOCATION_COLUMNS.find((column) => column.key === key)!.text(row, {
    nameOf: (_list, code) => (code === '78621' ? 'Trappes' : code),
    showsCodes,
  });

describe('the columns of the list of allocations', () => {
  it('are eleven where the address names none it knows', () => {
    expect(columnsIn({}).map(({ key }) => key)).toEqual(USUAL_COLUMNS);
    expect(columnsIn({ colonnes: 'rien' })).toHaveLength(11);
  });

  it('are those of the address, in its order', () => {
    expect(columnsIn({ colonnes: ['note', 'rien', 'date_bail'] }).map(({ key }) => key)).toEqual(['note', 'date_bail']);
  });

  it('tell days, codes and unknown facts in French', () => {
    expect(textOf('date_bail')).toBe('04/03/2023');
    expect(textOf('date_caleol')).toBe('');
    expect(textOf('code_insee')).toBe('Trappes');
    expect(textOf('code_insee', true)).toBe('Trappes (78621)');
    expect(textOf('code_qpv')).toBe('Q1, Q2');
    expect(textOf('en_qpv')).toBe('oui');
    expect(textOf('note')).toBe('sans note');
    expect(textOf('quartile')).toBe('2e à 4e');
    expect(textOf('prioritaire')).toBe('inconnu');
  });
});
