import { actingScope, codesOf, kindsOf, refusalOf, type Actor, type Right, type Scope, type ScopeKind } from '#access';
import { refuse, type Refusal } from '#kernel';
import { isState } from '../checks';
import type { Circumstances } from '../circumstances';
import type { Vacancy } from '../vacancy';
import { STATE_BASES } from '../words';
import type { CandidateAct, VacancyAct } from './vacancy-command';

/* Who sends which command about a vacancy (process.md, « The commands »). The rules of the verbs decide the rest. */

type Act = VacancyAct | CandidateAct;
export type VacancyVerb = Act['verb'];

const LANDLORD: Right = 'let-dwellings';
/** Whoever designates: a landlord, a holder, a commune, the EPCI, the State. */
const HOLDERS: Right = 'designate';
const COMMUNE: Right = 'endorse-candidates';
/** The installation itself. */
const SYSTEM: Right = 'follow-vacancies';

/** The right that each command needs. */
const RIGHTS_OF_VERBS: Readonly<Record<VacancyVerb, Right>> = {
  declaration: LANDLORD,
  orientation: LANDLORD,
  return: 'return-vacancies',
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
  'lease recorded': SYSTEM,
  'lease cancelled': SYSTEM,
  'withdrawn by process': SYSTEM,
  'offer lapses': SYSTEM,
  'condition lapses': SYSTEM,
};

export function rightOf(verb: VacancyVerb): Right {
  return RIGHTS_OF_VERBS[verb];
}

/** The residence and the holders, as they are now. */
export type Places = Pick<Circumstances, 'residence' | 'holderOf'>;

/**
 * Refused: `not-allowed`; `scope-not-allowed` where the scope covers neither the landlord, nor the holder of the
 * orientation, nor the commune, as far as they send this command.
 */
export function refuseActor(
  actor: Actor,
  act: Act,
  about: { readonly vacancy: Vacancy | undefined; readonly places: Places },
): Refusal | undefined {
  const refusal = refusalOf(actor, rightOf(act.verb));
  if (refusal || actor.scope.kind !== 'limited') return refusal;
  return actingKind(actor, act, about) === undefined ? refuse('scope-not-allowed') : undefined;
}

/** The kind of codes under which the actor sends the command; undefined for a scope that is not limited, or that covers nothing here. */
export function actingKind(
  actor: Actor,
  act: Act,
  { vacancy, places }: { readonly vacancy: Vacancy | undefined; readonly places: Places },
): ScopeKind | undefined {
  const right = rightOf(act.verb);
  const scope = actingScope(actor, right);
  return kindsOf(scope).find((kind) => {
    const isCovered = holds(scope, kind, codesOfPlace(kind, vacancy, places));
    if (kind === 'landlord') return isCovered || holds(scope, kind, places.residence.otherLandlords);
    if (kind === 'holder') return isCovered || actsForState(scope, act, { vacancy, places });
    return right === COMMUNE ? holds(scope, kind, [places.residence.commune]) : isCovered;
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
