import { EVERYTHING, limitedTo, NOTHING, SYSTEM, type Actor, type Role, type Scope } from '#access';
import { readerOf } from '#access/testing';
import { declared, oriented } from '../testing/builders';
import { vacancyAfter, type Vacancy } from '../vacancy';
import { partyOf } from './recorded-circumstances';
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

/** The landlord, holder or commune of those codes; an administrator where they are of several kinds, or none. */
const actor = (scope: Scope): Actor =>
  scope.kind === 'limited' ? readerOf(scope) : { id: 'a', role: 'administrateur', scope };
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

  const byRole = (role: Role, one: ReturnType<typeof act>) =>
    refuseActor({ id: 'a', role, scope: EVERYTHING }, one, { vacancy: VACANCY, places: PLACES })?.code;

  it('is the EPCI for whoever designates and for the commission of the districts, and never the landlord', () => {
    for (const verb of ['return', 'candidates', 'facts', 'withdrawal', 'opinion', 'endorsement', 'deferral'])
      expect([verb, byRole('agent_epci', act(verb))]).toEqual([verb, undefined]);
    for (const verb of ['declaration', 'orientation', 'commission', 'offer', 'closing'])
      expect([verb, byRole('agent_epci', act(verb))]).toEqual([verb, 'not-allowed']);
  });

  it('is the State to designate, correct and take back, and nothing else', () => {
    for (const verb of ['candidates', 'facts', 'withdrawal'])
      expect([verb, byRole('etat', act(verb))]).toEqual([verb, undefined]);
    for (const verb of ['return', 'opinion', 'endorsement', 'commission', 'closing'])
      expect([verb, byRole('etat', act(verb))]).toEqual([verb, 'not-allowed']);
  });

  it.each(['auditeur', 'statisticien', 'elu', 'monitor'] as const)('is never the role %s', (role) => {
    for (const verb of ['declaration', 'candidates', 'opinion', 'offer lapses'])
      expect([verb, byRole(role, act(verb))]).toEqual([verb, 'not-allowed']);
  });

  it('is the installation itself for what follows by itself, and for nothing that people do', () => {
    expect(byRole('system', act('offer lapses'))).toBeUndefined();
    for (const verb of ['declaration', 'candidates', 'opinion'])
      expect([verb, byRole('system', act(verb))]).toEqual([verb, 'not-allowed']);
    for (const role of ['agent_epci', 'etat'] as const) expect(byRole(role, act('offer lapses'))).toBe('not-allowed');
  });

  it('acts in the quality of its role', () => {
    const kinds = (['administrateur', 'agent_epci', 'etat'] as const).map(
      (role) => partyOf({ id: 'a', role, scope: EVERYTHING }, undefined).kind,
    );
    expect(kinds).toEqual(['administrator', 'epci', 'state']);
    expect(partyOf(SYSTEM, undefined)).toEqual({ kind: 'system' });
    expect(partyOf(actor(limitedTo({ holder: ['TOWN'] })), 'holder')).toEqual({ kind: 'holder', codes: ['TOWN'] });
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
