import { ALLOCATION_STREAMS, type AllocationEvent } from '#allocation';
import type { RecordedAs, RecordedEvent } from '#event-store';
import { instantOf, type Day, type Json, type JsonObject, type Uuid } from '#kernel';
import { send, setTimer, type Effect, type ProcessManager, type ProcessState } from '#processing';
import { APPLICATION_STREAMS, type ApplicationEvent } from '../applications/application';
import { DUTY_STREAMS, type DutyEvent } from '../duties/duty';
import { VACANCY_STREAMS, type CommissionFacts, type VacancyEvent } from '../events';
import { FRAGILITY_MOTIVE } from '../motives';
import { CLAIM_STREAMS, householdOfClaim, type ClaimEvent } from '../recording/claims';

/**
 * What follows by itself across streams (process.md): a lease lets the vacancy of its dwelling and withdraws the
 * household elsewhere; a cancelled lease closes its vacancy; an application that ended withdraws its designations; a
 * refusal for fragility opens a duty, which an offer, a lease or the household closes. From its lease on, the dwelling of
 * a vacancy is readable with the household's key only; a claim for a lease that was cut off is given back. Each command
 * is decided on what is recorded when it is sent, so one that comes too late changes nothing.
 */
export const consequencesProcess: ProcessManager = {
  name: 'consequences',
  version: 1,
  types: [
    'CandidateProposed',
    'CandidateDesignated',
    'CommissionHeld',
    'CommissionCorrected',
    'OfferMade',
    'VacancyLet',
    'AllocationSigned',
    'AllocationCorrected',
    'AllocationCancelled',
    'ApplicationEnded',
    'SubstituteOfferDutyOpened',
    'SubstituteOfferDutyReopened',
    'SubstituteOfferDutyClosed',
    'ClaimTaken',
  ],
  react(event, state) {
    if (VACANCY_STREAMS.has(event.type)) return ofVacancy(VACANCY_STREAMS.read(event), state);
    if (ALLOCATION_STREAMS.has(event.type)) return ofLease(ALLOCATION_STREAMS.read(event), state);
    if (CLAIM_STREAMS.has(event.type)) return ofClaim(CLAIM_STREAMS.read(event));
    if (DUTY_STREAMS.has(event.type)) return ofDuty(DUTY_STREAMS.read(event), state);
    return ofApplication(APPLICATION_STREAMS.read(event as RecordedEvent), state);
  },
};

interface Candidacy {
  readonly vacancy: Uuid;
  readonly candidate: Uuid;
}

/** What the process keeps of a household. */
interface Affairs {
  readonly candidacies: readonly Candidacy[];
  /** Whether a substitute offer is owed to it. */
  readonly isOwed: boolean;
}

/** What the process keeps of a lease: the vacancy that it let, and the household whose duty it closed. */
interface LeaseTrace {
  readonly vacancy?: Uuid;
  readonly owedTo?: Uuid;
}

const NOTHING: Affairs = { candidacies: [], isOwed: false };
const householdKey = (household: Uuid): string => `household|${household}`;
const candidateKey = (candidate: Uuid): string => `candidate|${candidate}`;
const leaseKey = (allocation: Uuid): string => `lease|${allocation}`;

async function affairsOf(household: Uuid, state: ProcessState): Promise<Affairs> {
  return (await state.get<Affairs>(householdKey(household))) ?? NOTHING;
}

function put(state: ProcessState, key: string, value: object): void {
  state.put(key, value as Json);
}

async function ofVacancy(event: RecordedAs<VacancyEvent>, state: ProcessState): Promise<readonly Effect[]> {
  const vacancy = VACANCY_STREAMS.idOf(event.stream) as Uuid;
  switch (event.type) {
    case 'CandidateProposed':
    case 'CandidateDesignated': {
      const { candidate, household } = event.data;
      const affairs = await affairsOf(household, state);
      if (affairs.candidacies.some((one) => one.candidate === candidate)) return [];
      put(state, candidateKey(candidate), { household });
      put(state, householdKey(household), {
        ...affairs,
        candidacies: [...affairs.candidacies, { vacancy, candidate }],
      });
      return [];
    }
    case 'CommissionHeld':
    case 'CommissionCorrected':
      return dutiesOf(vacancy, event.data, event.type === 'CommissionCorrected');
    case 'OfferMade': {
      const { candidate, notifiedOn } = event.data;
      const { household } = (await state.get<{ readonly household: Uuid }>(candidateKey(candidate)))!;
      const { isOwed } = await affairsOf(household, state);
      return isOwed ? [command(candidate, 'CountOffer', { vacancy, candidate, on: notifiedOn })] : [];
    }
    case 'VacancyLet': {
      const trace = (await state.get<LeaseTrace>(leaseKey(event.data.allocation))) ?? {};
      put(state, leaseKey(event.data.allocation), { ...trace, vacancy });
      return [command('dwelling', 'ForgetDwelling', { vacancy })];
    }
    default:
      return [];
  }
}

/** A refusal for fragility opens the duty; a correction that no longer says so takes it back. */
function dutiesOf(vacancy: Uuid, { decisions, on }: CommissionFacts, isCorrection: boolean): readonly Effect[] {
  return decisions.flatMap(({ candidate, motive }) => {
    if (motive === FRAGILITY_MOTIVE) return [command(candidate, 'OweOffer', { vacancy, candidate, on })];
    return isCorrection ? [command(candidate, 'TakeBackRefusal', { vacancy, candidate, on })] : [];
  });
}

async function ofLease(event: RecordedAs<AllocationEvent>, state: ProcessState): Promise<readonly Effect[]> {
  const allocation = ALLOCATION_STREAMS.idOf(event.stream) as Uuid;
  if (event.type === 'AllocationSigned') {
    const { household, signedOn, cancelled } = event.data;
    return cancelled ? [] : signed({ allocation, household, on: signedOn }, state);
  }
  const isCancelled = 'changes' in event.data && event.data.changes.cancelled?.to === true;
  const trace = isCancelled ? await state.get<LeaseTrace>(leaseKey(allocation)) : null;
  const on = 'on' in event.data ? event.data.on : undefined;
  const closing = { vacancy: trace?.vacancy ?? '', allocation, ...(on && { on }) };
  return [
    ...(trace?.vacancy ? [command('vacancy', 'CloseByCancelledLease', closing)] : []),
    ...(trace?.owedTo ? [command('duty', 'ReopenDuty', { household: trace.owedTo })] : []),
  ];
}

async function signed(
  { allocation, household, on }: { readonly allocation: Uuid; readonly household: Uuid; readonly on: Day },
  state: ProcessState,
): Promise<readonly Effect[]> {
  const { candidacies, isOwed } = await affairsOf(household, state);
  const settled = candidacies.map(({ vacancy, candidate }) =>
    command(candidate, 'SettleByLease', { vacancy, candidate, allocation, on }),
  );
  if (!isOwed) return settled;
  const trace = (await state.get<LeaseTrace>(leaseKey(allocation))) ?? {};
  put(state, leaseKey(allocation), { ...trace, owedTo: household });
  return [...settled, command('duty', 'CloseDuty', { household, on, by: 'menage_loge' })];
}

/** By then a lease is signed, or its process was cut off. What only takes long finds its claim gone, and claims again. */
const LONGEST_SIGNING_MS = 5 * 60_000;

function ofClaim({ type, data, stream, metadata }: RecordedAs<ClaimEvent>): readonly Effect[] {
  const household = householdOfClaim(stream);
  if (type !== 'ClaimTaken' || household === undefined) return [];
  const allocation = data.by;
  const wakeAt = instantOf(Date.parse(metadata.recordedAt) + LONGEST_SIGNING_MS);
  const settling = { type: 'SettleClaim', data: { household, allocation } };
  return [setTimer(`claim|${household}|${allocation}`, wakeAt, settling)];
}

async function ofDuty(event: RecordedAs<DutyEvent>, state: ProcessState): Promise<readonly Effect[]> {
  const household = DUTY_STREAMS.idOf(event.stream) as Uuid;
  const affairs = await affairsOf(household, state);
  put(state, householdKey(household), { ...affairs, isOwed: event.type !== 'SubstituteOfferDutyClosed' });
  return [];
}

async function ofApplication(event: RecordedAs<ApplicationEvent>, state: ProcessState): Promise<readonly Effect[]> {
  if (event.type !== 'ApplicationEnded') return [];
  const household = APPLICATION_STREAMS.idOf(event.stream) as Uuid;
  const { on, motive } = event.data;
  const { candidacies, isOwed } = await affairsOf(household, state);
  const withdrawn = candidacies.map(({ vacancy, candidate }) =>
    command(candidate, 'WithdrawCandidate', { vacancy, candidate, on, motive }),
  );
  return isOwed ? [...withdrawn, command('duty', 'CloseDuty', { household, on, by: motive })] : withdrawn;
}

function command(key: string, type: string, data: JsonObject): Effect {
  return send(key, { type, data, settledBy: ['not-in-this-status', 'unknown-vacancy', 'unknown-candidate'] });
}
