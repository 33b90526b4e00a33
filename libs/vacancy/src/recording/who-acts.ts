import { codesOf, kindsOf, refusalOf, type Actor, type Scope, type ScopeKind } from '#access';
import { refuse, type Refusal } from '#kernel';
import { isState } from '../checks';
import type { Circumstances } from '../circumstances';
import type { Vacancy } from '../vacancy';
import { STATE_BASES } from '../words';
import type { CandidateAct, VacancyAct } from './vacancy-command';

/* Which limited scopes send which command about a vacancy (process.md, « The commands »). The rules of the verbs decide the rest. */

type Act = VacancyAct | CandidateAct;

const LANDLORD: readonly ScopeKind[] = ['landlord'];
/** Whoever designates on the vacancy may be a landlord, a holder or a commune. */
const HOLDERS: readonly ScopeKind[] = ['landlord', 'holder', 'commune'];
const COMMUNE: readonly ScopeKind[] = ['commune'];

const KINDS: Readonly<Record<Act['verb'], readonly ScopeKind[]>> = {
  declaration: LANDLORD,
  orientation: LANDLORD,
  return: HOLDERS,
  closing: LANDLORD,
  candidates: HOLDERS,
  commission: LANDLORD,
  'commission/correction': LANDLORD,
  facts: HOLDERS,
  opinion: COMMUNE,
  withdrawal: HOLDERS,
  endorsement: COMMUNE,
  deferral: COMMUNE,
  condition: LANDLORD,
  notice: LANDLORD,
  offer: LANDLORD,
  acceptance: LANDLORD,
  refusal: LANDLORD,
  'offer/correction': LANDLORD,
  lease: LANDLORD,
  'lease/correction': LANDLORD,
  'lease/cancellation': LANDLORD,
  // Only the installation itself sends these.
  'lease recorded': [],
  'lease cancelled': [],
  'withdrawn by process': [],
  'offer lapses': [],
  'condition lapses': [],
};

/** The residence and the holders, as they are now. */
export type Places = Pick<Circumstances, 'residence' | 'holderOf'>;

/** Refused: `not-allowed` where no code of the scope is of a kind that sends this command anywhere. */
export function refuseKinds({ scope }: Actor, { verb }: Act): Refusal | undefined {
  if (scope.kind !== 'limited' || actingKinds(scope, verb).length > 0) return undefined;
  return refuse('not-allowed', { right: 'run-vacancies' });
}

/**
 * Refused: `not-allowed`; `scope-not-allowed` where the scope covers neither the landlord, nor the holder of the
 * orientation, nor the commune, as far as they send this command.
 */
export function refuseActor(
  actor: Actor,
  act: Act,
  about: { readonly vacancy: Vacancy | undefined; readonly places: Places },
): Refusal | undefined {
  const refusal = refusalOf(actor, 'run-vacancies') ?? refuseKinds(actor, act);
  if (refusal) return refusal;
  if (actor.scope.kind !== 'limited' || actingKind(actor, act, about) !== undefined) return undefined;
  return refuse('scope-not-allowed');
}

/** The kind of codes under which the actor sends the command; undefined for a scope that is not limited, or that covers nothing here. */
export function actingKind(
  { scope }: Actor,
  act: Act,
  { vacancy, places }: { readonly vacancy: Vacancy | undefined; readonly places: Places },
): ScopeKind | undefined {
  return actingKinds(scope, act.verb).find((kind) => {
    const isCovered = holds(scope, kind, codesOfPlace(kind, vacancy, places));
    if (kind === 'landlord') return isCovered || holds(scope, kind, places.residence.otherLandlords);
    if (kind === 'holder') return isCovered || actsForState(scope, act, { vacancy, places });
    return KINDS[act.verb] === COMMUNE ? holds(scope, kind, [places.residence.commune]) : isCovered;
  });
}

/** Whether the actor may read the vacancy. */
export function maySee(actor: Actor, vacancy: Vacancy, places: Places): boolean {
  const { scope } = actor;
  if (scope.kind !== 'limited') return scope.kind === 'all';
  return (
    kindsOf(scope).some((kind) => holds(scope, kind, codesOfPlace(kind, vacancy, places))) ||
    (hasStateCandidate(vacancy) && isStateScope(scope, places))
  );
}

function actingKinds(scope: Scope, verb: Act['verb']): readonly ScopeKind[] {
  return kindsOf(scope).filter((kind) => KINDS[verb].includes(kind));
}

/** The codes of one kind that cover the vacancy. A commune is covered also where it is the holder. */
function codesOfPlace(
  kind: ScopeKind,
  vacancy: Vacancy | undefined,
  { residence, holderOf }: Places,
): readonly (string | null | undefined)[] {
  const orientation = vacancy?.orientation;
  if (kind === 'landlord') return [residence.landlord];
  if (kind === 'holder') return [orientation?.holder];
  const holder = orientation && holderOf(orientation.holder);
  return [residence.commune, orientation?.delegatedTo, holder?.contingent === 'commune' ? holder.commune : undefined];
}

/** The State designates, and takes its candidates back, whatever the orientation. */
function actsForState(
  scope: Scope,
  act: Act,
  { vacancy, places }: { readonly vacancy: Vacancy | undefined; readonly places: Places },
): boolean {
  const isItsOwn =
    act.verb === 'candidates'
      ? STATE_BASES.includes(act.given.basis)
      : vacancy !== undefined && hasStateCandidate(vacancy);
  return isItsOwn && isStateScope(scope, places);
}

function hasStateCandidate({ candidates }: Vacancy): boolean {
  return candidates.some(({ basis }) => STATE_BASES.includes(basis));
}

function isStateScope(scope: Scope, places: Places): boolean {
  return isState({ kind: 'holder', codes: codesOf(scope, 'holder') }, places);
}

function holds(scope: Scope, kind: ScopeKind, codes: readonly (string | null | undefined)[]): boolean {
  return codes.some((code) => code !== null && code !== undefined && codesOf(scope, kind).includes(code));
}
