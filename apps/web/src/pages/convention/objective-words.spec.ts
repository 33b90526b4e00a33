import { aimText, changeText, stateOf, targetText, whereText } from './objective-words';

const LINE = {
  operator: 'min' as string,
  measure: 'share' as 'share' | 'count',
  value: 0.25 as number | null,
  valueText: '25 %' as string | null,
  status: null as 'met' | 'missed' | null,
  missing: null as number | null,
  distance: null as number | null,
  numerator: 142 as number | null,
  denominator: 1178 as number | null,
};
const state = (changes: Partial<typeof LINE> & { masked?: true }) => {
  const { kind, text } = stateOf({ ...LINE, ...changes } as never);
  return `${kind}: ${text}`.replace(/[\u00a0\u202f]/g, ' ');
};
const target = (changes: Partial<typeof LINE>) =>
  targetText({ ...LINE, ...changes } as never).replace(/[\u00a0\u202f]/g, ' ');

describe('the words of an objective', () => {
  it('tells a fraction of the convention in both ways', () => {
    expect(target({ operator: 'max', value: 1 / 3, valueText: '1/3' })).toBe('≤ 1/3 (33,3 %)');
    expect(target({})).toBe('≥ 25 %');
  });
  it('tells a count, a ban and what is only followed', () => {
    expect(target({ measure: 'count', value: 40, valueText: '40 attributions' })).toBe('≥ 40 attributions');
    expect(target({ operator: 'zero', value: null, valueText: null })).toBe('aucune');
    expect(target({ operator: 'monitor', value: null, valueText: null })).toBe('');
    expect(aimText({ ...LINE, operator: 'monitor', value: null } as never)).toBe('suivi, sans cible');
  });
  it('says what is missing below a floor, and what is above a ceiling', () => {
    expect(state({ status: 'missed', missing: 204, distance: -0.13 })).toBe('missed: Non atteint, il en manque 204');
    expect(state({ operator: 'max', status: 'missed', missing: 12, distance: 0.04 })).toBe(
      'missed: Dépassé, il faut 12 baux d’autres ménages',
    );
    expect(state({ operator: 'zero', status: 'missed', numerator: 23, distance: 0.07 })).toBe(
      'missed: Non atteint, 23 de trop',
    );
    expect(state({ status: 'missed', distance: -0.1 })).toBe('missed: Non atteint, écart −10,0 points');
  });
  it('never calls a reference missed', () =>
    expect(state({ operator: 'tendTo', value: 0.29, valueText: '29 %', distance: -0.06 })).toContain(
      'plain: Repère 29 %, écart',
    ));
  it('tells what is masked, without leases, and not counted', () => {
    expect(state({ masked: true, numerator: null })).toBe('plain: Masqué : petit effectif');
    expect(state({ numerator: 0, denominator: 0 })).toBe('plain: Sans objet : aucun bail');
    expect(state({ numerator: null, denominator: null })).toBe('plain: Rien n’est compté');
  });
  it('tells a change with its direction, and nothing without a year before', () => {
    expect(changeText({ change: 0.012, trend: 'up' } as never)).toContain('↗');
    expect(changeText({ change: null, trend: null } as never)).toBe('');
  });
  it('tells of what an objective speaks', () => {
    const where = (kind: string, ...ids: string[]) => whereText({ kind, ids: ids.length > 0 ? ids : null });
    expect([where('epci'), where('contingent'), where('commune', '78621')]).toEqual([
      'le territoire entier',
      'chaque contingent',
      'une commune',
    ]);
    expect([where('contingent', 'a', 'b'), where('qpv', 'a', 'b')]).toEqual([
      '2 contingents',
      '2 quartiers prioritaires',
    ]);
  });
});
