import { largestGaps, objectivesOfLaw, type Objective } from './gaps';

const line = (more: object): Objective =>
  ({
    code: 'A',
    origin: 'locale',
    scope: { kind: 'epci', id: 'E', label: 'E' },
    actor: null,
    measure: 'share',
    status: 'missed',
    distance: -0.1,
    target: { min: 0.5 },
    ...more,
  }) as unknown as Objective;

describe('what matters most', () => {
  it('begins with the law, for the whole territory', () => {
    const law = line({ code: 'LAW', origin: 'loi' });
    const others = [
      line({}),
      line({ origin: 'loi', actor: { kind: 'contingent', id: 'epci', label: '' } }),
      line({ origin: 'loi', scope: { kind: 'commune', id: 'C', label: '' } }),
      line({ origin: 'loi', target: null }),
    ];
    expect(objectivesOfLaw([...others, law])).toEqual([law]);
  });

  it('goes on with the three missed objectives that are the furthest away, on either side', () => {
    const at = (code: string, distance: number, more: object = {}) => line({ code, distance, ...more });
    const lines = [
      at('near', -0.01),
      at('far', -0.4),
      at('over', 0.3),
      at('law', -0.9, { origin: 'loi' }),
      at('met', 0.8, { status: 'met' }),
      at('count', -12, { measure: 'count' }),
      at('middle', -0.2),
    ];
    expect(largestGaps(lines).map(({ code }) => code)).toEqual(['far', 'over', 'middle']);
  });
});
