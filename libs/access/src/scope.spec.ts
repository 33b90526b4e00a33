import fc from 'fast-check';
import {
  codesOf,
  covers,
  EVERYTHING,
  kindsOf,
  limitedTo,
  narrowedTo,
  NOTHING,
  SCOPE_KINDS,
  type Place,
  type Scope,
  type ScopeCodes,
  type ScopeKind,
} from './scope';

const PLACE: Place = { landlord: 'L-A', holder: 'ETAT', commune: '78621' };

describe('covers', () => {
  it.each<[string, Scope, boolean]>([
    ['everything', EVERYTHING, true],
    ['nothing', NOTHING, false],
    ['the landlord', limitedTo({ landlord: ['L-B', 'L-A'] }), true],
    ['another landlord', limitedTo({ landlord: ['L-B'] }), false],
    ['no landlord', limitedTo({ landlord: [] }), false],
    ['a landlord with the code of the holder', limitedTo({ landlord: ['ETAT'] }), false],
    ['the holder', limitedTo({ holder: ['ETAT'] }), true],
    ['another holder', limitedTo({ holder: ['VILLE'] }), false],
    ['the commune', limitedTo({ commune: ['78621'] }), true],
    ['another commune', limitedTo({ commune: ['78297'] }), false],
    ['another landlord and the commune', limitedTo({ landlord: ['L-B'], commune: ['78621'] }), true],
    ['others of each kind', limitedTo({ landlord: ['L-B'], holder: ['VILLE'], commune: ['78297'] }), false],
    ['no kind', limitedTo({}), false],
  ])('a scope of %s: %o', (_what, scope, expected) => {
    expect(covers(scope, PLACE)).toBe(expected);
  });

  it('no unknown place, for a limited scope', () => {
    const scope = limitedTo({ landlord: ['', 'L-A'], commune: [''] });
    for (const place of [{}, { landlord: '', commune: '' }, { commune: 'L-A' }] as Place[]) {
      expect(covers(scope, place)).toBe(false);
      expect(covers(EVERYTHING, place)).toBe(true);
      expect(covers(NOTHING, place)).toBe(false);
    }
  });

  it('nothing, for a scope of an unknown kind', () => {
    const unknown = { kind: 'some', codes: { landlord: ['L-A'] } } as unknown as Scope;
    expect([covers(unknown, PLACE), kindsOf(unknown)]).toEqual([false, []]);
  });
});

describe('scopes', () => {
  const code = fc.constantFrom('A', 'B', 'C', '');
  const codes: fc.Arbitrary<ScopeCodes> = fc.record(
    Object.fromEntries(SCOPE_KINDS.map((kind) => [kind, fc.array(code, { maxLength: 3 })])) as Record<
      ScopeKind,
      fc.Arbitrary<string[]>
    >,
    { requiredKeys: [] },
  );
  const places: fc.Arbitrary<Place> = fc.record({ landlord: code, holder: code, commune: code }, { requiredKeys: [] });

  it('with several kinds of codes cover what one of the kinds covers, and nothing else', () => {
    fc.assert(
      fc.property(codes, places, (held, place) => {
        const scope = limitedTo(held);
        const byKind = kindsOf(scope).map((kind) => covers(narrowedTo(scope, [kind]), place));
        expect(covers(scope, place)).toBe(byKind.includes(true));
      }),
    );
  });

  it('with more codes cover more, never less', () => {
    fc.assert(
      fc.property(codes, codes, places, (some, others, place) => {
        const kinds = SCOPE_KINDS.filter((kind) => some[kind] ?? others[kind]);
        const both = limitedTo(
          Object.fromEntries(kinds.map((kind) => [kind, [...(some[kind] ?? []), ...(others[kind] ?? [])]])),
        );
        expect(covers(both, place)).toBe(covers(limitedTo(some), place) || covers(limitedTo(others), place));
      }),
    );
  });

  it('with the same codes are equal, whatever the order of the codes', () => {
    expect(limitedTo({ commune: ['2', '1', '2'], landlord: [] })).toEqual({
      kind: 'limited',
      codes: { landlord: [], commune: ['1', '2'] },
    });
    expect(JSON.stringify(limitedTo({ commune: ['2', '1'], landlord: ['L'] }))).toBe(
      JSON.stringify(limitedTo({ landlord: ['L', 'L'], commune: ['1', '2'] })),
    );
  });

  it('narrowed to some kinds keep only the codes of those kinds', () => {
    const scope = limitedTo({ landlord: ['L-A'], holder: ['ETAT'] });
    expect(narrowedTo(scope, ['holder', 'commune'])).toEqual(limitedTo({ holder: ['ETAT'] }));
    expect(narrowedTo(scope, [])).toEqual(limitedTo({}));
    for (const whole of [EVERYTHING, NOTHING]) expect(narrowedTo(whole, ['holder'])).toBe(whole);
  });

  it('that are not limited have no codes', () => {
    for (const scope of [EVERYTHING, NOTHING]) expect([kindsOf(scope), codesOf(scope, 'landlord')]).toEqual([[], []]);
    expect(codesOf(limitedTo({ holder: ['ETAT'] }), 'landlord')).toEqual([]);
  });
});
