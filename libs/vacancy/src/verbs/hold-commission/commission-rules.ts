import { mostVotes, type Voter } from '#convention';
import { refuse, type Refusal, type Uuid } from '#kernel';
import { firstOf, refuseAfter, refuseBefore } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { CommissionFacts, DecidedCandidate, Votes } from '../../events';
import { FRAGILITY_MOTIVE, refuseUnlisted } from '../../motives';
import { candidateOf, type Candidate, type Vacancy } from '../../vacancy';
import type { CommissionDecision } from '../../words';

/* What a commission and its correction are both held to. */

/** Applications that a commission examines for one dwelling (R441-3). */
const LEAST_EXAMINED = 3;

/** Whether the decision refuses the candidate. */
export function isRefused(decision: CommissionDecision): boolean {
  return decision === 'non_attribution' || decision === 'irrecevabilite';
}

/** What the body alone shows. Refused: `value-not-admitted`. */
export function refuseCommissionFields(
  { decisions, on }: CommissionFacts,
  { motives, voters }: Pick<Circumstances, 'motives' | 'voters'>,
): Refusal | undefined {
  for (const [index, { decision, motive, documentDue, votes }] of decisions.entries()) {
    const field = (name: string): string => `decisions.${index}.${name}`;
    if (motive !== null) {
      const admitted = decision === 'non_attribution' ? motives.nonAllocation : motives.inadmissibility;
      const refusal = refuseUnlisted(field('motif'), motive, isRefused(decision) ? admitted : []);
      if (refusal) return refusal;
    }
    if (documentDue !== null) {
      const refusal = refuseBefore(field('delai_piece'), documentDue, on);
      if (refusal) return refusal;
    }
    if (votes && !areVotes(votes, voters))
      return refuse('value-not-admitted', { field: field('voix'), value: { ...votes } });
  }
  return undefined;
}

/** No more votes than voters: nine where all vote. The mayor's is among them, and a mayor who does not vote has none. */
function areVotes({ pour, contre, abstention, maire }: Votes, voters: readonly Voter[]): boolean {
  const mayors = { pour, contre, abstention, absent: 1 }[maire];
  if (maire !== 'absent' && !voters.includes('mayor')) return false;
  return mayors >= 1 && pour + contre + abstention <= mostVotes(voters);
}

/** The decisions, where an allocation without a rank is the first. */
export function withRanks<Command extends CommissionFacts>(command: Command): Command {
  const decisions = command.decisions.map((one) =>
    one.decision === 'attribution' && one.rank === null ? { ...one, rank: 1 } : one,
  );
  return { ...command, decisions };
}

/** A commission comes neither before the endorsement of who it examines, nor after the notice of its refusal. Refused: `day-out-of-order`. */
export function refuseCommissionDays({ on, decisions }: CommissionFacts, vacancy: Vacancy): Refusal | undefined {
  const examined = decisions.map(({ candidate }) => candidateOf(vacancy, candidate));
  return firstOf(
    ...examined.map((one) => () => refuseBefore('date_caleol', on, one?.endorsedOn)),
    ...examined.map((one) => () => refuseAfter('date_caleol', on, one?.refusalNotifiedOn)),
  );
}

export interface CommissionCase {
  readonly vacancy: Vacancy;
  /** The candidates that must each be decided once, and no other. */
  readonly toDecide: readonly Candidate[];
  readonly at: Circumstances;
  /** The candidates that the commission to correct examined, which count again; absent where it is held now. */
  readonly examinedThen?: readonly Uuid[];
}

/** In the order in which they answer. */
export function refuseCommission(command: CommissionFacts, about: CommissionCase): Refusal | undefined {
  return firstOf(
    () => refuseWithoutEndorsement(command, about),
    () => refuseFewerThanThree(command, about),
    () => refuseIncomplete(command, about),
    () => refuseQuorum(command, about),
    () => refuseVotes(command),
    () => refuseFragility(command, about),
  );
}

function refuseWithoutEndorsement({ decisions }: CommissionFacts, { vacancy }: CommissionCase): Refusal | undefined {
  const waiting = decisions.some(({ candidate }) => {
    const status = candidateOf(vacancy, candidate)?.status;
    return status === 'proposed' || status === 'deferred';
  });
  return waiting ? refuse('endorsement-needed') : undefined;
}

function refuseFewerThanThree(
  { exception, attested, decisions }: CommissionFacts,
  { vacancy, examinedThen }: CommissionCase,
): Refusal | undefined {
  const examined = new Set(examinedThen ?? decisions.map(({ candidate }) => candidate));
  const isExcused =
    exception === 'd331_25_1' ||
    (exception === 'insuffisance' && attested === true) ||
    (exception === 'dalo' && [...examined].some((id) => candidateOf(vacancy, id)?.basis === 'dalo_prefet'));
  if (examined.size >= LEAST_EXAMINED && exception === null) return undefined;
  if (isExcused) return undefined;
  return refuse('three-applications-needed', { examined: examined.size, exception });
}

function refuseIncomplete({ decisions }: CommissionFacts, { toDecide }: CommissionCase): Refusal | undefined {
  const named = decisions.map(({ candidate }) => candidate);
  const expected = new Set<Uuid>(toDecide.map(({ id }) => id));
  const namesEachOnce =
    new Set(named).size === named.length && named.length === expected.size && named.every((id) => expected.has(id));
  const isWhole = namesEachOnce && decisions.every(isDecided) && haveRanks(decisions);
  return isWhole ? undefined : refuse('decision-incomplete');
}

function isDecided({ decision, motive, document, documentDue }: DecidedCandidate): boolean {
  if (isRefused(decision)) return motive !== null;
  return decision !== 'attribution_sous_condition' || (document !== null && documentDue !== null);
}

/** Ranks run 1, 2, 3… among the allocated, the refused have none, and who is allocated without a rank is the first. */
function haveRanks(decisions: readonly DecidedCandidate[]): boolean {
  const [refused, allocated] = [true, false].map((refuses) =>
    decisions.filter(({ decision }) => isRefused(decision) === refuses),
  );
  const ranks = allocated!.map(({ rank }) => rank ?? 0).sort((a, b) => a - b);
  return (
    refused!.every(({ rank }) => rank === null) &&
    ranks.every((rank, index) => rank === index + 1) &&
    allocated!.every(({ decision, rank }) => decision !== 'attribution' || rank === 1)
  );
}

function refuseQuorum({ present }: CommissionFacts, { at: { quorum } }: CommissionCase): Refusal | undefined {
  if (quorum === null || (present !== null && present >= quorum)) return undefined;
  return refuse('quorum-not-reached', { members: present, quorum });
}

/** A decision is carried by more votes for than against; an equal vote goes to the mayor's side (R441-9). */
function refuseVotes({ decisions }: CommissionFacts): Refusal | undefined {
  const isCarried = ({ pour, contre, maire }: Votes): boolean => pour > contre || (pour === contre && maire === 'pour');
  const against = decisions.find(({ votes }) => votes !== null && !isCarried(votes));
  return against ? refuse('votes-do-not-carry', { candidate: against.candidate }) : undefined;
}

/** Only a residence on its landlord's list in force that day admits this motive (L441-2-2). */
function refuseFragility({ decisions, on }: CommissionFacts, { at }: CommissionCase): Refusal | undefined {
  const saysFragility = decisions.some(({ motive }) => motive === FRAGILITY_MOTIVE);
  return saysFragility && !at.isListedOn(on) ? refuse('fragility-motive-not-admitted') : undefined;
}
