import { day, isRefusal } from '#kernel';
import { foldConvention } from '../recorded-convention';
import type { ConventionEvent } from '../events';
import { aConvention, anAmendment, anObjective } from '../testing';
import { recordConvention, type ProposedConvention } from './record-convention';

const adopted = (changes = {}): ConventionEvent => ({ type: 'ConventionAdopted', data: aConvention(changes) });
const amended = (changes = {}): ConventionEvent => ({ type: 'ConventionAmended', data: anAmendment(changes) });

function given(...events: readonly ConventionEvent[]) {
  return {
    when: (base = {}, ...amendments: readonly object[]) => {
      const proposed: ProposedConvention = {
        base: aConvention(base),
        amendments: amendments.map((each) => anAmendment(each)),
      };
      const decision = recordConvention(proposed, foldConvention(events));
      return {
        then: (...expected: readonly ConventionEvent[]) => expect(decision).toEqual(expected),
        thenRefused: (code: string, amendment: string | null) => {
          expect(isRefusal(decision) && [decision.code, decision.params['amendment']]).toEqual([code, amendment]);
        },
      };
    },
  };
}

describe('recording a convention', () => {
  it('adopts it with its amendments, in their order', () => {
    given()
      .when({}, { code: 'AV-1' }, { code: 'AV-2' })
      .then(adopted(), amended({ code: 'AV-1' }), amended({ code: 'AV-2' }));
  });

  it('adds nothing the second time, nor where lists are in another order', () => {
    const objectives = [anObjective(), anObjective({ code: 'A' })];
    given(adopted({ objectives }), amended()).when({ objectives }, {}).then();
    given(adopted({ objectives }))
      .when({ objectives: [...objectives].reverse() })
      .then();
  });

  it('adds a new amendment after those recorded', () => {
    given(adopted(), amended())
      .when({}, {}, { code: 'AV-2' })
      .then(amended({ code: 'AV-2' }));
  });

  it('keeps an amendment that the file no longer names', () => {
    given(adopted(), amended()).when().then();
    given(adopted(), amended())
      .when({}, { code: 'AV-2' })
      .then(amended({ code: 'AV-2' }));
  });

  it('never overwrites a recorded convention or amendment', () => {
    given(adopted()).when({ objectives: [] }).thenRefused('convention-changed', null);
    given(adopted())
      .when({ objectives: [anObjective({ value: { numerator: 1, denominator: 5 } })] })
      .thenRefused('convention-changed', null);
    given(adopted(), amended())
      .when({}, { effectiveOn: day('2026-03-01') })
      .thenRefused('convention-changed', 'AV-1');
  });

  it('refuses a new amendment before a recorded one, and recorded amendments in another order', () => {
    given(adopted(), amended()).when({}, { code: 'AV-0' }, {}).thenRefused('amendment-misplaced', 'AV-1');
    given(adopted(), amended(), amended({ code: 'AV-2' }))
      .when({}, { code: 'AV-2' }, {})
      .thenRefused('amendment-misplaced', 'AV-1');
  });
});
