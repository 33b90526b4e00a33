import { canonicalJson, refuse, type Day, type Decision, type Json } from '#kernel';
import { WITHDRAWAL_GROUNDS, type CriterionEvent, type SealedCriterion } from '../events';
import type { HouseholdCriteria } from '../household-criteria';
import type { Criterion } from '../priority/criterion';
import { decideCriterion, type CriterionCase, type CriterionData } from '../priority/decide-criterion';

/** An event, and what it seals. */
export type CriterionDecision = CriterionEvent & { readonly sealed?: SealedCriterion };

export interface EstablishCriterion extends CriterionCase {
  readonly verb: 'establish';
  readonly criterion: Criterion;
}

export interface WithdrawCriterion {
  readonly verb: 'withdraw';
  readonly criterion: Criterion;
  readonly motive: string;
}

export type CriterionAct = EstablishCriterion | WithdrawCriterion;

/** What an act is decided on, beside what was established before. */
export interface CriterionCircumstances extends CriterionData {
  readonly today: Day;
}

/**
 * Nothing where the same was found before, by the same proofs on the same day. Another finding replaces it. Refused: `day-in-future`;
 * `criterion-not-met`, `criterion-not-decided` with the ground; `value-not-admitted` and `criterion-not-established` of a withdrawal.
 */
export function sayOfCriterion(
  act: CriterionAct,
  criteria: HouseholdCriteria,
  at: CriterionCircumstances,
): Decision<CriterionDecision> {
  return act.verb === 'establish' ? establish(act, criteria, at) : withdraw(act, criteria, at);
}

function establish(
  { criterion, facts, proofs: seen, on }: EstablishCriterion,
  criteria: HouseholdCriteria,
  at: CriterionCircumstances,
): Decision<CriterionDecision> {
  if (on > at.today) return refuse('day-in-future', { field: 'date', value: on, today: at.today });
  const proofs = [...new Set(seen)].sort();
  const { met, because, with: numbers } = decideCriterion(criterion, { facts, proofs, on }, at);
  if (met !== true) {
    const code = met === false ? 'criterion-not-met' : 'criterion-not-decided';
    return refuse(code, { criterion, because, with: numbers });
  }
  const sealed = { criterion, proofs, because, with: numbers };
  const known = criteria.get(criterion);
  if (known && known.on === on && isSame(sealed, known)) return [];
  return [{ type: 'CriterionEstablished', data: { on }, sealed }];
}

function withdraw(
  { criterion, motive: code }: WithdrawCriterion,
  criteria: HouseholdCriteria,
  { today }: CriterionCircumstances,
): Decision<CriterionDecision> {
  const motive = WITHDRAWAL_GROUNDS.find((one) => one === code);
  if (!motive) return refuse('value-not-admitted', { field: 'motif', value: code, admitted: [...WITHDRAWAL_GROUNDS] });
  const known = criteria.get(criterion);
  if (!known) return refuse('criterion-not-established');
  return [{ type: 'CriterionWithdrawn', data: { established: known.id, on: today, motive } }];
}

function isSame(sealed: SealedCriterion, known: SealedCriterion): boolean {
  const text = ({ criterion, proofs, because, with: numbers }: SealedCriterion) =>
    canonicalJson({ criterion, proofs, because, with: numbers } as unknown as Json);
  return text(sealed) === text(known);
}
