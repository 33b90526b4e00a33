import type { Actor } from '#access';
import { isRefusal, type Refusal, type Uuid } from '#kernel';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import type { VacancyReceipt } from '../recording/vacancy-recorder';
import type { SeenEffect, VigilanceReader, VigilanceView } from './vigilance-reader';

type Act = VacancyAct | CandidateAct;

/** Verbs after which the candidate may still sign. After the others about a candidate, it no longer may, or not yet. */
const TOWARDS_A_LEASE: readonly Act['verb'][] = [
  'opinion',
  'endorsement',
  'condition',
  'offer',
  'acceptance',
  'offer/correction',
];

/**
 * What each objective in force would become if the household signed that a tried command brings forward: the one that would be designated, decided first
 * rank, offered. Only a lease moves an objective, so a command that brings nobody forward has no effect; nor has one about a vacancy that the
 * actor may not read.
 */
export async function effectsOfTrial(
  act: Act,
  { vacancy, wouldSign }: VacancyReceipt,
  { actor, vigilance }: { readonly actor: Actor; readonly vigilance: VigilanceReader },
): Promise<readonly SeenEffect[]> {
  const view = await viewOf(act, { vacancy, wouldSign }, actor, vigilance);
  return view === undefined || isRefusal(view) ? [] : view.effects;
}

function viewOf(
  act: Act,
  { vacancy, wouldSign }: Pick<VacancyReceipt, 'vacancy' | 'wouldSign'>,
  actor: Actor,
  vigilance: VigilanceReader,
): Promise<VigilanceView | Refusal> | undefined {
  if (act.verb === 'candidates') {
    const { household, given } = act;
    return vigilance.ofHousehold(vacancy, { household, ...given }, actor);
  }
  if (act.verb === 'facts') return vigilance.ofCorrection(vacancy, act, actor);
  const candidate = wouldSign ?? broughtForward(act);
  return candidate === undefined ? undefined : vigilance.ofCandidate(vacancy, candidate, actor);
}

function broughtForward(act: Act): Uuid | undefined {
  if (act.verb === 'commission' || act.verb === 'commission/correction')
    return act.given.decisions.find(({ decision, rank }) => decision === 'attribution' || rank === 1)?.candidate;
  return 'candidate' in act && TOWARDS_A_LEASE.includes(act.verb) ? act.candidate : undefined;
}
