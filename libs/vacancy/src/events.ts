import type { ClearHousehold } from '#allocation';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { FragilityNote } from '#fragility';
import type { Changes, Day, Uuid } from '#kernel';
import type { DwellingType, Financing } from '#territory';
import type {
  Accord,
  Basis,
  CommissionDecision,
  CommissionForm,
  DocumentKind,
  Exception,
  MayorVote,
  Opinion,
  OutsideFlow,
  ReleaseGround,
  ReorientationGround,
  Withdrawer,
} from './words';

/** A vacancy as its landlord declares it. The reference of the dwelling is sealed with the key of the vacancy. */
export interface DeclaredFacts {
  readonly residence: string;
  /** The landlord of the residence on the day of the declaration. */
  readonly landlord: string;
  /** The districts of the residence on that day. */
  readonly districts: readonly string[];
  readonly note: FragilityNote | null;
  readonly availableOn: Day;
  readonly ground: ReleaseGround;
  readonly dwellingType: DwellingType | null;
  readonly financing: Financing | null;
  /** Square metres in hundredths. */
  readonly surface: number | null;
  /** Cents a month. */
  readonly rent: number | null;
  readonly charges: number | null;
  readonly firstLetting: boolean;
  /** The holder to which the file of dwellings gives the dwelling; null where it names none. A first letting goes to it. */
  readonly stockHolder: string | null;
}

/** The holder that serves the vacancy. */
export interface OrientedFacts {
  readonly holder: string;
  readonly on: Day;
  /** The last day on which the holder alone decides: the landlord takes nothing back before. */
  readonly lastDay: Day;
  /** The landlord designates in the turn of a holder that handed the dwelling back. */
  readonly forOneTurn: boolean;
  readonly outsideFlow: OutsideFlow | null;
  /** The commune to which the EPCI delegates its right, by its code. */
  readonly delegatedTo: string | null;
  readonly ground: ReorientationGround | null;
}

/** What whoever decided could see of the effects of a lease of the household. It is no ground of the decision. */
export interface ShownVigilance {
  /** Of the counts. */
  readonly position: string;
  /** Codes of notices; that of a precarious household is not kept. */
  readonly notices: readonly string[];
  /** The objectives that a lease would move: their code, whose they are, and in which direction. */
  readonly effects: readonly {
    readonly objective: string;
    readonly scope: string;
    readonly actor: string | null;
    readonly bearing: 'closer' | 'farther';
  }[];
}

/** Who was proposed or designated, and on what right. Numbers, incomes and communes are sealed with the household's key. */
export interface CandidateFacts extends ClearHousehold {
  readonly candidate: Uuid;
  readonly household: Uuid;
  readonly basis: Basis;
  /** The holder in whose contingent the lease will count. */
  readonly holder: string;
  readonly on: Day;
  /** Absent from events older than the field. */
  readonly vigilance?: ShownVigilance;
}

export interface Votes {
  readonly pour: number;
  readonly contre: number;
  readonly abstention: number;
  readonly maire: MayorVote;
}

/** What the commission decided of one candidate. */
export interface DecidedCandidate {
  readonly candidate: Uuid;
  readonly decision: CommissionDecision;
  /** The place among the allocated; null where the candidate is refused. */
  readonly rank: number | null;
  readonly motive: string | null;
  readonly document: DocumentKind | null;
  readonly documentDue: Day | null;
  readonly votes: Votes | null;
  /** Absent from events older than the field. */
  readonly vigilance?: ShownVigilance;
}

export interface CommissionFacts {
  readonly on: Day;
  /** The sitting that examined several vacancies; null where the commission was held for this one alone. */
  readonly sitting: Uuid | null;
  readonly present: number | null;
  readonly form: CommissionForm | null;
  readonly exception: Exception | null;
  readonly attested: boolean | null;
  readonly decisions: readonly DecidedCandidate[];
}

export interface OfferFacts {
  readonly candidate: Uuid;
  readonly notifiedOn: Day;
  /** Days to answer: ten at least (R441-10). */
  readonly delay: number;
  /** The last day to answer. */
  readonly lastDay: Day;
  /** The letter warns a household designated by the prefect that a refusal may end its right (R441-16-3). */
  readonly daloWarning: boolean;
}

interface OfCandidate {
  readonly candidate: Uuid;
}

type Happened<Type extends string, Data extends object> = { readonly type: Type; readonly data: Data };

export type VacancyEvent =
  | Happened<'VacancyDeclared', DeclaredFacts>
  | Happened<'VacancyOriented' | 'VacancyReoriented', OrientedFacts>
  | Happened<'VacancyReturned', { readonly on: Day; readonly motive: string }>
  | Happened<'CandidateProposed' | 'CandidateDesignated', CandidateFacts>
  | Happened<
      'CandidateFactsCorrected',
      OfCandidate & { readonly motive: string; readonly changes: Changes<ClearHousehold> }
    >
  | Happened<
      'OpinionGiven',
      OfCandidate & {
        readonly on: Day;
        readonly by: 'epci' | 'commune';
        readonly opinion: Opinion;
        readonly motive: string | null;
      }
    >
  | Happened<
      'CandidateWithdrawn',
      OfCandidate & { readonly on: Day; readonly motive: string; readonly by: Withdrawer | 'process' }
    >
  | Happened<'ProposalEndorsed', OfCandidate & { readonly on: Day; readonly accords: readonly Accord[] }>
  | Happened<'DesignationDeferred', OfCandidate & { readonly on: Day; readonly motive: string }>
  | Happened<'CommissionHeld', CommissionFacts>
  | Happened<'CommissionCorrected', CommissionFacts & { readonly motive: string }>
  | Happened<'ConditionMet' | 'ConditionLapsed' | 'RefusalNotified', OfCandidate & { readonly on: Day }>
  | Happened<'OfferMade', OfferFacts>
  | Happened<'OfferCorrected', OfferFacts & { readonly motive: 'erreur' }>
  | Happened<'OfferAccepted' | 'OfferLapsed', OfCandidate & { readonly on: Day }>
  | Happened<'LapseCorrected', OfCandidate>
  | Happened<'OfferDeclined', OfCandidate & { readonly on: Day; readonly motive: string }>
  | Happened<'VacancyLet', OfCandidate & { readonly on: Day; readonly allocation: Uuid }>
  | Happened<'VacancyClosed', { readonly on: Day; readonly motive: string }>
  /** Stands in an empty stream, so that a declaration that comes late fails: its claim on the dwelling was given to another. */
  | Happened<'VacancyAbandoned', { readonly for: Uuid }>;

/** One stream for each vacancy, by its random id. */
export const VACANCY_STREAMS = new StreamDefinition<VacancyEvent>({
  category: 'vacancy',
  types: {
    VacancyDeclared: FIRST_VERSION,
    VacancyOriented: FIRST_VERSION,
    VacancyReoriented: FIRST_VERSION,
    VacancyReturned: FIRST_VERSION,
    CandidateProposed: FIRST_VERSION,
    CandidateDesignated: FIRST_VERSION,
    CandidateFactsCorrected: FIRST_VERSION,
    OpinionGiven: FIRST_VERSION,
    CandidateWithdrawn: FIRST_VERSION,
    ProposalEndorsed: FIRST_VERSION,
    DesignationDeferred: FIRST_VERSION,
    CommissionHeld: FIRST_VERSION,
    CommissionCorrected: FIRST_VERSION,
    ConditionMet: FIRST_VERSION,
    ConditionLapsed: FIRST_VERSION,
    RefusalNotified: FIRST_VERSION,
    OfferMade: FIRST_VERSION,
    OfferCorrected: FIRST_VERSION,
    OfferAccepted: FIRST_VERSION,
    OfferLapsed: FIRST_VERSION,
    LapseCorrected: FIRST_VERSION,
    OfferDeclined: FIRST_VERSION,
    VacancyLet: FIRST_VERSION,
    VacancyClosed: FIRST_VERSION,
    VacancyAbandoned: FIRST_VERSION,
  },
});
