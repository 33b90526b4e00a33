import { chosenText, rowsAfter } from './chosen-rows';
import type { AllocationRow } from './columns';

const row = (identifiant: string, facts: Partial<AllocationRow> = {}): AllocationRow =>
  ({
    identifiant,
    en_qpv: false,
    quartile: '2',
    prioritaire: null,
    note: null,
    annulee: null,
    ...facts,
  }) as AllocationRow;

describe('the rows that a reader has ticked', () => {
  it('are counted and summed in words, those that count nowhere apart', () => {
    const rows = [
      row('a', { en_qpv: true, quartile: '1', note: 5 }),
      row('b', { prioritaire: true, note: 4, annulee: true }),
      row('c', { en_qpv: true, note: 3 }),
    ];
    expect(chosenText(rows.slice(0, 1))).toBe(
      '1 ligne choisie : 1 en QPV, 1 du 1er quartile, 0 de public prioritaire, 1 en note 4 ou 5',
    );
    expect(chosenText(rows)).toBe(
      '3 lignes choisies : 2 en QPV, 1 du 1er quartile, 1 de public prioritaire, 2 en note 4 ou 5, 1 annulée, qui ne compte nulle part',
    );
  });

  it('stay in the order of ticking, each once', () => {
    const one = rowsAfter(new Map(), [row('b'), row('a')], true);
    const two = rowsAfter(one, [row('b'), row('c')], true);
    expect([...two.keys()]).toEqual(['b', 'a', 'c']);
    expect([...rowsAfter(two, [row('a'), row('x')], false).keys()]).toEqual(['b', 'c']);
    expect([...one.keys()]).toEqual(['b', 'a']);
  });
});
