import { canonicalJson, type Day, type Instant, type JsonObject, type Uuid } from '#kernel';
import type { CommissionFacts } from '../events';
import type { ProposedHousehold } from '../sealed-candidate';
import type { AcceptOffer } from '../verbs/accept-offer/accept-offer';
import type { CloseVacancy } from '../verbs/close/close-vacancy';
import type { CorrectCommission } from '../verbs/correct-commission/correct-commission';
import type { CorrectOffer } from '../verbs/correct-offer/correct-offer';
import type { DeclareVacancy } from '../verbs/declare/declare';
import type { DeclineOffer } from '../verbs/decline-offer/decline-offer';
import type { DeferDesignation } from '../verbs/defer/defer';
import type { DesignateCandidate } from '../verbs/designate/designate';
import type { EndorseProposal } from '../verbs/endorse/endorse';
import type { GiveOpinion } from '../verbs/give-opinion/give-opinion';
import type { LeaseChanges } from '../verbs/correct-lease/corrected-lease';
import type { LetByLease } from '../verbs/let/let-by-lease';
import type { SignedLease } from '../verbs/let/signed-lease';
import type { MakeOffer } from '../verbs/make-offer/make-offer';
import type { MeetCondition } from '../verbs/meet-condition/meet-condition';
import type { NotifyRefusal } from '../verbs/notify-refusal/notify-refusal';
import type { OrientVacancy } from '../verbs/orient/orient';
import type { ReturnVacancy } from '../verbs/return/return-vacancy';
import type { WithdrawByProcess } from '../verbs/withdraw/withdraw-by-process';
import type { WithdrawCandidate } from '../verbs/withdraw/withdraw';

/** What the landlord declares. What is null is taken from the dwelling; places and notes are those of the day. */
export type GivenVacancy = Omit<DeclareVacancy, 'residence' | 'districts' | 'note' | 'stockHolder'>;

/** A dwelling: its residence, and its reference there. */
export interface DwellingReference {
  readonly residence: string;
  readonly reference: string;
}

/** A verb about the vacancy, with what was given. */
export type VacancyAct =
  | { readonly verb: 'declaration'; readonly given: GivenVacancy; readonly dwelling: DwellingReference }
  | { readonly verb: 'orientation'; readonly given: OrientVacancy }
  | { readonly verb: 'return'; readonly given: ReturnVacancy }
  | { readonly verb: 'closing'; readonly given: CloseVacancy }
  | {
      readonly verb: 'candidates';
      readonly given: Pick<DesignateCandidate, 'basis' | 'holder'>;
      /** The id of the candidate, where the household is new on this vacancy. */
      readonly newId: Uuid;
      readonly household: ProposedHousehold;
    }
  | { readonly verb: 'commission'; readonly given: CommissionFacts }
  | { readonly verb: 'lease'; readonly given: SignedLease }
  | {
      readonly verb: 'lease/correction';
      readonly motive: string;
      readonly changes: LeaseChanges;
      /** By code of a public of the convention, whether the household belongs to it. The others stay. */
      readonly publics?: Readonly<Record<string, boolean>>;
    }
  | { readonly verb: 'lease/cancellation'; readonly given: { readonly on: Day; readonly motive: string } }
  | { readonly verb: 'lease recorded'; readonly given: LetByLease }
  /** `on` is absent where a file says only that the lease was cancelled. */
  | { readonly verb: 'lease cancelled'; readonly allocation: Uuid; readonly on?: Day; readonly at: Instant }
  | { readonly verb: 'commission/correction'; readonly given: CorrectCommission };

/** A verb about one of its candidates. */
export type CandidateAct = { readonly candidate: Uuid } & (
  | {
      readonly verb: 'facts';
      readonly motive: string;
      readonly changes: Partial<Omit<ProposedHousehold, 'householdNumber' | 'publics'>>;
      /** By code of a public of the convention, whether the household belongs to it. The others stay. */
      readonly publics?: Readonly<Record<string, boolean>>;
    }
  | { readonly verb: 'withdrawn by process'; readonly given: WithdrawByProcess }
  | { readonly verb: 'opinion'; readonly given: GiveOpinion }
  | { readonly verb: 'withdrawal'; readonly given: WithdrawCandidate }
  | { readonly verb: 'endorsement'; readonly given: EndorseProposal }
  | { readonly verb: 'deferral'; readonly given: DeferDesignation }
  | { readonly verb: 'condition'; readonly given: MeetCondition }
  | { readonly verb: 'notice'; readonly given: NotifyRefusal }
  | { readonly verb: 'offer'; readonly given: MakeOffer }
  | { readonly verb: 'acceptance'; readonly given: AcceptOffer }
  | { readonly verb: 'refusal'; readonly given: DeclineOffer }
  | { readonly verb: 'offer/correction'; readonly given: CorrectOffer }
  | {
      readonly verb: 'offer lapses' | 'condition lapses';
      /** The last day that is past. Where a correction gave another, nothing lapses. */
      readonly lastDay: Day;
      /** When it is decided: never before the timer's moment, even where the clock was set back. */
      readonly at: Instant;
    }
);

/** A command about one vacancy. */
export interface VacancyCommand {
  readonly vacancy: Uuid;
  readonly act: VacancyAct | CandidateAct;
  /** Where it is given and the vacancy has moved on, nothing is written. */
  readonly expectedRevision?: number | undefined;
  /** The same of the lease that the command is about. */
  readonly expectedLeaseRevision?: number | undefined;
  /** The stream of the lease has what the command is about: the vacancy only follows. Never in a request. */
  readonly leaseIsWritten?: 'now' | 'before';
  /** The lease that was signed now. Absent where it stood before: its stream then says what it is. */
  readonly signed?: LetByLease | undefined;
}

/** A verb about the lease of the vacancy: it is first written in the stream of the lease. */
export type LeaseAct = Extract<VacancyAct, { readonly verb: 'lease' | 'lease/correction' | 'lease/cancellation' }>;

export function isLeaseAct(act: VacancyAct | CandidateAct): act is LeaseAct {
  return act.verb === 'lease' || act.verb === 'lease/correction' || act.verb === 'lease/cancellation';
}

/**
 * The whole command as text, without the ids that are made for it and the revision that it expects: the same request
 * gives the same text.
 */
export function contentOf({ vacancy, act }: VacancyCommand): string {
  const { newId: _newId, ...given } = act as { readonly newId?: Uuid };
  const about = act.verb === 'declaration' ? {} : { vacancy };
  return canonicalJson({ ...about, ...given } as unknown as JsonObject);
}
