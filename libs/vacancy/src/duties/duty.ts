import type { Aggregate } from '#deciding';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import { refuse, uuidV5, type Day, type Decision, type Uuid } from '#kernel';
import { refuseBefore, refuseFuture } from '../checks';
import type { EndingGround } from '../words';

/** A refusal for the fragility of the residence, which the household must be made up for (L441-2-2). */
export interface FragilityRefusal {
  readonly vacancy: Uuid;
  readonly candidate: Uuid;
  readonly residence: string;
  /** The day of the commission. */
  readonly on: Day;
}

/** What ended a duty: an offer that suits, the household itself, its lease elsewhere, or the refusal that was corrected. */
export type DutyEnd = 'offre_faite' | 'menage_loge' | 'decision_corrigee' | EndingGround;

export type DutyEvent =
  | { readonly type: 'SubstituteOfferDutyOpened'; readonly data: { readonly duty: Uuid } & FragilityRefusal }
  | { readonly type: 'SubstituteOfferRefusalAdded'; readonly data: { readonly duty: Uuid } & FragilityRefusal }
  | {
      readonly type: 'SubstituteOfferRefusalTakenBack';
      readonly data: { readonly duty: Uuid; readonly candidate: Uuid };
    }
  | {
      readonly type: 'SubstituteOfferDutyClosed';
      readonly data: { readonly duty: Uuid; readonly on: Day; readonly by: DutyEnd };
    }
  | { readonly type: 'SubstituteOfferDutyReopened'; readonly data: { readonly duty: Uuid; readonly on: Day } };

/** One stream for each household: it has one open duty at most. */
export const DUTY_STREAMS = new StreamDefinition<DutyEvent>({
  category: 'substituteoffer',
  types: {
    SubstituteOfferDutyOpened: FIRST_VERSION,
    SubstituteOfferRefusalAdded: FIRST_VERSION,
    SubstituteOfferRefusalTakenBack: FIRST_VERSION,
    SubstituteOfferDutyClosed: FIRST_VERSION,
    SubstituteOfferDutyReopened: FIRST_VERSION,
  },
});

/** The newest duty of a household. */
export interface Duty {
  readonly duty: Uuid;
  /** Its age counts from the first refusal, also once it was reopened. */
  readonly openedOn: Day;
  /** In the order in which they were added. */
  readonly refusals: readonly FragilityRefusal[];
  /** Null while it is open. */
  readonly closed: { readonly on: Day; readonly by: DutyEnd } | null;
}

export type DutyCommand = { readonly household: Uuid } & (
  | { readonly verb: 'owe'; readonly refusal: FragilityRefusal }
  | { readonly verb: 'take back'; readonly candidate: Uuid; readonly on: Day }
  | { readonly verb: 'close'; readonly on: Day; readonly by: DutyEnd }
  /** By the household itself, which names its duty. */
  | { readonly verb: 'renounce'; readonly duty: Uuid; readonly on: Day; readonly today: Day }
  | { readonly verb: 'reopen'; readonly on: Day }
);

export const DUTIES: Aggregate<DutyCommand, Duty | null, DutyEvent> = {
  events: DUTY_STREAMS,
  initial: null,
  evolve: evolveDuty,
  idOf: ({ household }) => household,
  decide: decideDuty,
};

export function isDutyOpen(duty: Duty | null): duty is Duty {
  return duty !== null && duty.closed === null;
}

export function evolveDuty(before: Duty | null, event: DutyEvent): Duty | null {
  switch (event.type) {
    case 'SubstituteOfferDutyOpened': {
      const { duty, ...refusal } = event.data;
      return { duty, openedOn: refusal.on, refusals: [refusal], closed: null };
    }
    case 'SubstituteOfferRefusalAdded': {
      const { duty: _duty, ...refusal } = event.data;
      return { ...before!, refusals: [...before!.refusals, refusal] };
    }
    case 'SubstituteOfferRefusalTakenBack': {
      const refusals = before!.refusals.filter(({ candidate }) => candidate !== event.data.candidate);
      return { ...before!, refusals };
    }
    case 'SubstituteOfferDutyClosed':
      return { ...before!, closed: { on: event.data.on, by: event.data.by } };
    case 'SubstituteOfferDutyReopened':
      return { ...before!, closed: null };
  }
}

/** Nothing where it is so already. Refused: as `renounce`. */
function decideDuty(command: DutyCommand, duty: Duty | null): Decision<DutyEvent> {
  switch (command.verb) {
    case 'owe':
      return owe(command.household, command.refusal, duty);
    case 'take back':
      return takeBack(command, duty);
    case 'close':
      return isDutyOpen(duty) ? [closedBy(duty, command)] : [];
    case 'renounce':
      return renounce(command, duty);
    case 'reopen':
      // Only a lease closes a duty in a way that its cancellation takes back.
      if (duty?.closed?.by !== 'menage_loge') return [];
      return [{ type: 'SubstituteOfferDutyReopened', data: { duty: duty.duty, on: command.on } }];
  }
}

/** A second refusal is added to the open duty. */
function owe(household: Uuid, refusal: FragilityRefusal, duty: Duty | null): Decision<DutyEvent> {
  const isKnown = duty?.refusals.some(({ candidate }) => candidate === refusal.candidate);
  if (isKnown) return [];
  if (isDutyOpen(duty)) return [{ type: 'SubstituteOfferRefusalAdded', data: { duty: duty.duty, ...refusal } }];
  const id = uuidV5(`duty|${household}|${refusal.candidate}`);
  return [{ type: 'SubstituteOfferDutyOpened', data: { duty: id, ...refusal } }];
}

/** Refused: `day-in-future`, `unknown-duty` where it is not the household's newest, `not-in-this-status`, `day-out-of-order`. */
function renounce(
  { duty: named, on, today }: Extract<DutyCommand, { readonly verb: 'renounce' }>,
  duty: Duty | null,
): Decision<DutyEvent> {
  const future = refuseFuture('date', on, { today });
  if (future) return future;
  if (duty?.duty !== named) return refuse('unknown-duty');
  const { closed, openedOn } = duty;
  if (closed?.by === 'renonciation' && closed.on === on) return [];
  if (closed) return refuse('not-in-this-status', { present: 'closed', admitted: [] });
  return refuseBefore('date', on, openedOn) ?? [closedBy(duty, { on, by: 'renonciation' })];
}

/** A corrected decision leaves nothing to make up for, unless another refusal does. */
function takeBack(
  { candidate, on }: Extract<DutyCommand, { readonly verb: 'take back' }>,
  duty: Duty | null,
): Decision<DutyEvent> {
  if (!isDutyOpen(duty) || !duty.refusals.some((one) => one.candidate === candidate)) return [];
  const taken: DutyEvent = { type: 'SubstituteOfferRefusalTakenBack', data: { duty: duty.duty, candidate } };
  return duty.refusals.length > 1 ? [taken] : [taken, closedBy(duty, { on, by: 'decision_corrigee' })];
}

function closedBy({ duty }: Duty, { on, by }: { readonly on: Day; readonly by: DutyEnd }): DutyEvent {
  return { type: 'SubstituteOfferDutyClosed', data: { duty, on, by } };
}
