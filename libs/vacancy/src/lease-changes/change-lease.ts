import { correctLease, leaseOf, type Derivation, type LeaseEvent, type RecordedLease } from '#allocation';
import { isRefusal, refuse, type Day, type Refusal } from '#kernel';
import { firstOf, refuseAfter, refuseBefore, refuseFuture } from '../checks';
import { refuseUnlisted, type Motives } from '../motives';
import type { LeaseAct } from '../recording/vacancy-command';
import { correctedLease } from '../verbs/correct-lease/corrected-lease';
import { CANCELLATION_GROUNDS } from '../words';

/** A verb about a lease that no vacancy leads to: it came by a file, or by POST. */
export type ChangeAct = Extract<LeaseAct, { readonly verb: 'lease/correction' | 'lease/cancellation' }>;

/** What a change of a lease is decided on. */
export interface ChangeCircumstances {
  readonly today: Day;
  readonly motives: Motives;
  readonly derivation: Derivation;
  readonly isHolder: (code: string) => boolean;
  /** Whether the number that a correction gives is another lease's. */
  readonly numberIsTaken: boolean;
}

/** What the body shows by itself. Refused: `value-not-admitted`, `day-in-future`, `day-out-of-order`. */
export function refuseChange(act: ChangeAct, at: ChangeCircumstances): Refusal | undefined {
  if (act.verb === 'lease/cancellation')
    return firstOf(
      () => refuseUnlisted('motif', act.given.motive, CANCELLATION_GROUNDS),
      () => refuseFuture('date', act.given.on, at),
    );
  const { signedOn, commissionOn, holder } = act.changes;
  return firstOf(
    () => refuseUnlisted('motif', act.motive, at.motives.correction),
    () => (signedOn === undefined ? undefined : refuseFuture('date_bail', signedOn, at)),
    () => (commissionOn ? refuseAfter('date_caleol', commissionOn, signedOn) : undefined),
    () =>
      holder === undefined || at.isHolder(holder)
        ? undefined
        : refuse('value-not-admitted', { field: 'code_reservataire', value: holder }),
  );
}

/**
 * The event of the change; none where nothing differs. Refused, after `refuseChange`: `lease-cancelled`, `day-out-of-order`,
 * `allocation-number-taken`, `household-erased`.
 */
export function changeLease(
  act: ChangeAct,
  { state, sealed }: RecordedLease,
  at: ChangeCircumstances,
): readonly (LeaseEvent | CancelledLease)[] | Refusal {
  if (state.facts.cancelled === true) return refuse('lease-cancelled');
  if (act.verb === 'lease/cancellation') {
    const { on, motive } = act.given;
    const early = refuseBefore('date', on, state.facts.signedOn);
    if (early) return early;
    const changes = { cancelled: { from: state.facts.cancelled, to: true } };
    return [{ type: 'AllocationCancelled', data: { changes, motive, on } }];
  }
  const late = firstOf(
    () =>
      act.changes.commissionOn ? refuseAfter('date_caleol', act.changes.commissionOn, signedOn(act, state)) : undefined,
    () => (at.numberIsTaken ? refuse('allocation-number-taken') : undefined),
  );
  if (late) return late;
  if (!sealed) return refuse('household-erased');
  const lease = correctedLease(leaseOf(state, sealed), act.changes, act.publics);
  const given = { lease, household: state.facts.household, derivation: at.derivation };
  return correctLease(given, { allocation: state, sealed }, act.motive);
}

/** It seals nothing, so it may also be said of an erased household. */
export interface CancelledLease {
  readonly type: 'AllocationCancelled';
  readonly data: {
    readonly changes: { readonly cancelled: { readonly from: boolean | null; readonly to: boolean } };
    readonly motive: string;
    readonly on: Day;
  };
}

function signedOn(act: Extract<ChangeAct, { readonly verb: 'lease/correction' }>, state: RecordedLease['state']): Day {
  return act.changes.signedOn ?? state.facts.signedOn;
}

/** The day in the world from which the change holds. */
export function dayOfChange(act: ChangeAct, { state }: RecordedLease): Day {
  return act.verb === 'lease/cancellation' ? act.given.on : signedOn(act, state);
}

/** The clear facts that the change gives anew, by their names in the events. Empty where it is refused. */
export function changedBy(decision: ReturnType<typeof changeLease>): Readonly<Record<string, unknown>> {
  if (isRefusal(decision)) return {};
  const changes = decision.flatMap(({ data }) => ('changes' in data ? Object.entries(data.changes) : []));
  return Object.fromEntries(changes.map(([field, change]) => [field, (change as { readonly to: unknown }).to]));
}
