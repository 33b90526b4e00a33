import { EVERYTHING, limitedTo, NOTHING, type Actor, type Scope } from '#access';
import { declared, oriented } from '../testing/builders';
import { vacancyAfter, type Vacancy } from '../vacancy';
import { actingKind, maySee, refuseActor, type Places } from './who-acts';
import type { CandidateAct, VacancyAct } from './vacancy-command';

const HOLDER = { name: 'Un réservataire', commune: null } as const;
const PLACES: Places = {
  residence: {
    landlord: 'L-NOW',
    otherLandlords: ['L-BEFORE'],
    commune: 'C-HERE',
    isInDistrict: false,
    hasQpvCommission: false,
  },
  holderOf: (code) =>
    ({
      TOWN: { ...HOLDER, code, contingent: 'commune' as const, commune: 'C-HOLDER' },
      STATE: { ...HOLDER, code, contingent: 'etat' as const },
    })[code],
};
const VACANCY = vacancyAfter([declared(), oriented({ holder: 'TOWN', delegatedTo: 'C-DELEGATED' })])!;

const actor = (scope: Scope): Actor => ({ id: 'a', role: 'administrator', scope });
const act = (verb: string, given: object = {}) =>
  ({ verb, given, candidate: 'c' }) as unknown as CandidateAct | VacancyAct;
const answer = (scope: Scope, one: ReturnType<typeof act>, vacancy: Vacancy | undefined = VACANCY) =>
  refuseActor(actor(scope), one, { vacancy, places: PLACES })?.code;

describe('who sends a command about a vacancy', () => {
  it.each([
    ['everywhere', EVERYTHING, 'closing', undefined],
    ['nowhere', NOTHING, 'closing', 'not-allowed'],
    ['the landlord', limitedTo({ landlord: ['L-NOW'] }), 'closing', undefined],
    ['a landlord before', limitedTo({ landlord: ['L-BEFORE'] }), 'closing', undefined],
    ['another landlord', limitedTo({ landlord: ['L-X'] }), 'closing', 'scope-not-allowed'],
    ['the holder', limitedTo({ holder: ['TOWN'] }), 'closing', 'not-allowed'],
    ['the holder', limitedTo({ holder: ['TOWN'] }), 'return', undefined],
    ['another holder', limitedTo({ holder: ['STATE'] }), 'return', 'scope-not-allowed'],
    ['the commune of the residence', limitedTo({ commune: ['C-HERE'] }), 'opinion', undefined],
    ['the commune of the holder', limitedTo({ commune: ['C-HOLDER'] }), 'opinion', 'scope-not-allowed'],
    ['the commune of the holder', limitedTo({ commune: ['C-HOLDER'] }), 'return', undefined],
    ['the commune of the delegation', limitedTo({ commune: ['C-DELEGATED'] }), 'return', undefined],
    ['the landlord', limitedTo({ landlord: ['L-NOW'] }), 'opinion', 'not-allowed'],
    ['a landlord code that is a holder’s', limitedTo({ landlord: ['TOWN'] }), 'return', 'scope-not-allowed'],
    ['one kind of several', limitedTo({ landlord: ['L-X'], commune: ['C-HERE'] }), 'return', undefined],
  ])('%s: %o, %s', (_who, scope, verb, code) => {
    expect(answer(scope, act(verb))).toBe(code);
  });

  it('is the State for its own designations only', () => {
    const state = limitedTo({ holder: ['STATE'] });
    expect(answer(state, act('candidates', { basis: 'dalo_prefet' }))).toBeUndefined();
    expect(answer(state, act('candidates', { basis: 'reservation' }))).toBe('scope-not-allowed');
    const other = limitedTo({ holder: ['X'] });
    expect(answer(other, act('candidates', { basis: 'dalo_prefet' }))).toBe('scope-not-allowed');
  });

  it('is the landlord of the residence for a declaration, or a former one', () => {
    expect(answer(limitedTo({ landlord: ['L-NOW'] }), act('declaration'), undefined)).toBeUndefined();
    expect(answer(limitedTo({ landlord: ['L-BEFORE'] }), act('declaration'), undefined)).toBeUndefined();
    expect(answer(limitedTo({ landlord: ['L-X'] }), act('declaration'), undefined)).toBe('scope-not-allowed');
    expect(answer(limitedTo({ commune: ['C-HERE'] }), act('declaration'), undefined)).toBe('not-allowed');
  });

  it('acts with the codes that cover the vacancy', () => {
    const scope = limitedTo({ landlord: ['L-X'], holder: ['TOWN'], commune: ['C-HERE'] });
    expect(actingKind(actor(scope), act('return'), { vacancy: VACANCY, places: PLACES })).toBe('holder');
    expect(actingKind(actor(EVERYTHING), act('return'), { vacancy: VACANCY, places: PLACES })).toBeUndefined();
  });

  it('reads the vacancy where its codes cover it, and a former landlord does not', () => {
    const sees = (scope: Scope) => maySee(actor(scope), VACANCY, PLACES);
    expect([EVERYTHING, limitedTo({ holder: ['TOWN'] }), limitedTo({ commune: ['C-HERE'] })].map(sees)).toEqual([
      true,
      true,
      true,
    ]);
    const blind = [NOTHING, limitedTo({}), limitedTo({ landlord: ['L-BEFORE'] }), limitedTo({ holder: ['STATE'] })];
    expect(blind.map(sees)).toEqual([false, false, false, false]);
  });
});
