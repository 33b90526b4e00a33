import { changesBetween, compareDecimals, type Changes, type Decimal, type Decision, type Uuid } from '#kernel';
import type {
  EnrolledFacts,
  RehousingEvent,
  RehousingFacts,
  RehousingChange,
  ResourcesBand,
  SealedRehousingFacts,
} from '../events';
import { stageOf, type Rehousing, type RehousingStage } from '../rehousing';

/** A case as Mixité receives it: a row of relogements.csv and, later, each step of the live process. */
export type RehousingAccount = Pick<
  RehousingFacts,
  'operation' | 'movedOn' | 'definitive' | 'residence' | 'stock' | 'improved'
> &
  SealedRehousingFacts;

/** An event before it is sealed: `people` is in clear, and goes no further than the vault. */
export interface CaseEvent {
  readonly type: RehousingEvent['type'];
  readonly household: Uuid;
  readonly data: EnrolledFacts | RehousingChange;
  readonly people: SealedRehousingFacts | { readonly changes: Changes<SealedRehousingFacts> };
}

/** The stages, in the order in which a household goes through them. */
const STAGES: readonly RehousingStage[] = ['enrolled', 'moved', 'rehoused'];
const REACHED: Readonly<Record<RehousingStage, Exclude<RehousingEvent['type'], 'RehousingCorrected'>>> = {
  enrolled: 'HouseholdEnrolled',
  moved: 'HouseholdMovedTemporarily',
  rehoused: 'RehousingCompleted',
};

/**
 * Records a new case as one event. For a known case, records one event where the account differs from the recorded
 * facts, and none where it does not.
 */
export function recordRehousing(
  command: { readonly account: RehousingAccount; readonly household: Uuid },
  recorded: { readonly rehousing: Rehousing; readonly sealed: SealedRehousingFacts | undefined } | undefined,
): Decision<CaseEvent> {
  const { account, household } = command;
  const sealed = sealedFactsOf(account);
  const facts = { household, ...clearFactsOf(account) };
  if (!recorded) return [{ type: REACHED[stageOf(facts)], household, data: facts, people: sealed }];

  const before = recorded.rehousing.facts;
  const clear = changesBetween(before, facts);
  const people = hiddenChanges(before.household === household ? recorded.sealed : undefined, sealed);
  if (!clear && !people) return [];
  const type = typeOfChange(stageOf(before), stageOf(facts));
  return [{ type, household, data: { changes: clear ?? {} }, people: people ?? { changes: {} } }];
}

/** A household at a later stage than before has reached it. Any other change is a correction. */
function typeOfChange(before: RehousingStage, after: RehousingStage): RehousingEvent['type'] {
  return STAGES.indexOf(after) > STAGES.indexOf(before) ? REACHED[after] : 'RehousingCorrected';
}

/**
 * The old and new sealed values; or all the new values where the case now belongs to another household. The values of
 * the former household stay under its own key only: this event must not keep them after that household is erased.
 */
function hiddenChanges(
  before: SealedRehousingFacts | undefined,
  after: SealedRehousingFacts,
): CaseEvent['people'] | undefined {
  if (!before) return after;
  const changes = changesBetween(before, after);
  return changes && { changes };
}

/** The clear facts that figures read, derived once from the sealed facts. */
function clearFactsOf(account: RehousingAccount): RehousingFacts {
  const { costBefore, costAfter, surfaceBefore, surfaceAfter } = account;
  return {
    operation: account.operation,
    movedOn: account.movedOn,
    definitive: account.definitive,
    residence: account.residence,
    stock: account.stock,
    resources: bandOf(account.ceilingShare),
    costConstant: costBefore === null || costAfter === null ? null : costAfter <= costBefore,
    surfacesKnown: surfaceBefore !== null && surfaceAfter !== null,
    costConstantPerM2: isConstantPerM2(costBefore, costAfter, surfaceBefore, surfaceAfter),
    improved: account.improved,
  };
}

/** Under 40 %, from 40 to 100 % with both bounds, above: 39.999 is under (formats.md, COST_CONSTANT_UNDER_40). */
function bandOf(ceilingShare: Decimal | null): ResourcesBand | null {
  if (ceilingShare === null) return null;
  if (compareDecimals(ceilingShare, '40') < 0) return 'under-40';
  return compareDecimals(ceilingShare, '100') <= 0 ? '40-100' : 'over-100';
}

/** Compares cross products in big integers: cents times hundredths of a square metre may be too large for an exact number. */
function isConstantPerM2(
  costBefore: number | null,
  costAfter: number | null,
  surfaceBefore: number | null,
  surfaceAfter: number | null,
): boolean | null {
  if (costBefore === null || costAfter === null || surfaceBefore === null || surfaceAfter === null) return null;
  return BigInt(costAfter) * BigInt(surfaceBefore) <= BigInt(costBefore) * BigInt(surfaceAfter);
}

function sealedFactsOf(account: RehousingAccount): SealedRehousingFacts {
  return {
    rehousingNumber: account.rehousingNumber,
    householdNumber: account.householdNumber,
    allocationNumber: account.allocationNumber,
    persons: account.persons,
    ceilingShare: account.ceilingShare,
    costBefore: account.costBefore,
    costAfter: account.costAfter,
    surfaceBefore: account.surfaceBefore,
    surfaceAfter: account.surfaceAfter,
    proposals: account.proposals,
  };
}
