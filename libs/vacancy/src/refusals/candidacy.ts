import type { Composition, QuartileFact } from '#allocation';
import type { Day, Uuid } from '#kernel';
import type { VacancyEvent } from '../events';

/** Where a candidate may be refused, or refuse: before the landlord's commission, in it, after it. */
export const STAGES = ['beforeCommission', 'commission', 'afterCommission'] as const;
export type Stage = (typeof STAGES)[number];

/** Who refuses. */
export type Refuser = 'household' | 'holder' | 'landlord' | 'qpvCommission' | 'commission';

/** Each refusal: its stage, and who refuses. Silence is a refusal of the household (R441-10), and so is a document that it does not bring. */
export const REFUSALS = {
  withdrawnByHousehold: { stage: 'beforeCommission', by: 'household' },
  withdrawnByHolder: { stage: 'beforeCommission', by: 'holder' },
  withdrawnByLandlord: { stage: 'beforeCommission', by: 'landlord' },
  deferred: { stage: 'beforeCommission', by: 'qpvCommission' },
  notAllocated: { stage: 'commission', by: 'commission' },
  inadmissible: { stage: 'commission', by: 'commission' },
  declined: { stage: 'afterCommission', by: 'household' },
  lapsed: { stage: 'afterCommission', by: 'household' },
  lapsedByDocument: { stage: 'afterCommission', by: 'household' },
} as const satisfies Readonly<Record<string, { readonly stage: Stage; readonly by: Refuser }>>;
export type RefusalKind = keyof typeof REFUSALS;
export const REFUSAL_KINDS = Object.keys(REFUSALS) as readonly RefusalKind[];

export interface CandidateRefusal {
  readonly kind: RefusalKind;
  readonly motive: string | null;
}

/** A stage that a candidate reached: since which day, and its refusal there. */
export interface ReachedStage {
  readonly on: Day;
  readonly refusal: CandidateRefusal | null;
}

/** A candidate as the report of refusals sees it. Its facts are the last ones, and no sealed one is among them. */
export interface Candidacy {
  readonly holder: string;
  readonly composition: Composition | null;
  readonly quartile: QuartileFact;
  /** Put forward: proposed or designated. Reached by every candidate. */
  readonly beforeCommission: ReachedStage;
  /** Examined. */
  readonly commission: ReachedStage | null;
  /** Offered; or its document did not come. */
  readonly afterCommission: ReachedStage | null;
}

/** What an event changes in one candidacy, without what the report does not read. */
export type CandidacyStep =
  | ({ readonly kind: 'putForward'; readonly on: Day } & Pick<Candidacy, 'holder' | 'composition' | 'quartile'>)
  | ({ readonly kind: 'corrected' } & Partial<Pick<Candidacy, 'composition' | 'quartile'>>)
  | { readonly kind: 'refusedBefore'; readonly refusal: CandidateRefusal }
  | { readonly kind: 'decided'; readonly on: Day; readonly refusal: CandidateRefusal | null }
  | { readonly kind: 'offered'; readonly on: Day }
  | { readonly kind: 'answered'; readonly refusal: CandidateRefusal | null }
  | { readonly kind: 'documentMissing'; readonly on: Day; readonly refusal: CandidateRefusal }
  | { readonly kind: 'documentCame' };

export interface StepOfCandidate {
  readonly candidate: Uuid;
  readonly step: CandidacyStep;
}

const WITHDRAWN = {
  menage: 'withdrawnByHousehold',
  reservataire: 'withdrawnByHolder',
  bailleur: 'withdrawnByLandlord',
} as const;

/** What the event changes in candidacies. What the process withdraws by itself is nobody's refusal. */
export function stepsOf(event: VacancyEvent): readonly StepOfCandidate[] {
  const of = (step: CandidacyStep): readonly StepOfCandidate[] =>
    'candidate' in event.data ? [{ candidate: event.data.candidate, step }] : [];
  switch (event.type) {
    case 'CandidateProposed':
    case 'CandidateDesignated': {
      const { on, holder, composition, quartile } = event.data;
      return of({ kind: 'putForward', on, holder, composition, quartile });
    }
    case 'CandidateFactsCorrected': {
      const { composition, quartile } = event.data.changes;
      const changes = {
        ...(composition && { composition: composition.to }),
        ...(quartile && { quartile: quartile.to }),
      };
      return Object.keys(changes).length > 0 ? of({ kind: 'corrected', ...changes }) : [];
    }
    case 'CandidateWithdrawn': {
      const { by, motive } = event.data;
      return by === 'process' ? [] : of({ kind: 'refusedBefore', refusal: { kind: WITHDRAWN[by], motive } });
    }
    case 'DesignationDeferred':
      return of({ kind: 'refusedBefore', refusal: { kind: 'deferred', motive: event.data.motive } });
    case 'CommissionHeld':
    case 'CommissionCorrected': {
      const { on, decisions } = event.data;
      return decisions.map(({ candidate, decision, motive }) => ({
        candidate,
        step: { kind: 'decided', on, refusal: refusalBy(decision, motive) },
      }));
    }
    case 'ConditionLapsed': {
      const refusal = { kind: 'lapsedByDocument', motive: 'dossier_incomplet' } as const;
      return of({ kind: 'documentMissing', on: event.data.on, refusal });
    }
    case 'ConditionMet':
      return of({ kind: 'documentCame' });
    case 'OfferMade':
    case 'OfferCorrected':
      return of({ kind: 'offered', on: event.data.notifiedOn });
    case 'OfferDeclined':
      return of({ kind: 'answered', refusal: { kind: 'declined', motive: event.data.motive } });
    case 'OfferLapsed':
      return of({ kind: 'answered', refusal: { kind: 'lapsed', motive: 'sans_reponse' } });
    case 'OfferAccepted':
    case 'LapseCorrected':
    case 'VacancyLet':
      return of({ kind: 'answered', refusal: null });
    default:
      return [];
  }
}

function refusalBy(decision: string, motive: string | null): CandidateRefusal | null {
  if (decision === 'non_attribution') return { kind: 'notAllocated', motive };
  return decision === 'irrecevabilite' ? { kind: 'inadmissible', motive } : null;
}

/** The candidacy after its steps; undefined where it was never put forward. */
export function candidacyAfter(steps: readonly CandidacyStep[]): Candidacy | undefined {
  return steps.reduce<Candidacy | undefined>(evolveCandidacy, undefined);
}

function evolveCandidacy(before: Candidacy | undefined, step: CandidacyStep): Candidacy | undefined {
  if (step.kind === 'putForward') return putForward(before, step);
  if (!before) return undefined;
  switch (step.kind) {
    case 'corrected': {
      const { kind: _kind, ...facts } = step;
      return { ...before, ...facts };
    }
    case 'refusedBefore':
      return { ...before, beforeCommission: { ...before.beforeCommission, refusal: step.refusal } };
    // A correction decides anew, and only while no offer was made: what followed from the first decision is gone.
    case 'decided':
      return { ...before, commission: { on: step.on, refusal: step.refusal }, afterCommission: null };
    case 'offered':
      return { ...before, afterCommission: { on: step.on, refusal: null } };
    case 'answered':
      return before.afterCommission
        ? { ...before, afterCommission: { ...before.afterCommission, refusal: step.refusal } }
        : before;
    case 'documentMissing':
      return { ...before, afterCommission: { on: step.on, refusal: step.refusal } };
    case 'documentCame':
      return before.afterCommission?.refusal?.kind === 'lapsedByDocument'
        ? { ...before, afterCommission: null }
        : before;
  }
}

/** A candidate that was proposed before, and is designated now, was put forward once; a deferral stays counted. */
function putForward(
  before: Candidacy | undefined,
  { on, holder, composition, quartile }: Extract<CandidacyStep, { readonly kind: 'putForward' }>,
): Candidacy {
  const facts = { holder, composition, quartile };
  if (before) return { ...before, ...facts };
  return { ...facts, beforeCommission: { on, refusal: null }, commission: null, afterCommission: null };
}

/** The days on which the step lets a candidate reach a stage. */
export function dayOf(step: CandidacyStep): Day | null {
  return 'on' in step ? step.on : null;
}
