import { isRefusal, refuse, type Decision, type Refusal } from '#kernel';
import type { VacancyEvent } from '../events';
import { standOfCandidate, standOfVacancy } from '../transitions';
import { candidateOf, statusOf, type Vacancy } from '../vacancy';
import type { VacancyCommand } from './vacancy-command';

/** 422: the body is wrong, by itself or against a recorded day. The other refusals of a rule are about the state. */
const OF_THE_BODY = ['value-not-admitted', 'day-in-future', 'day-out-of-order'];

/**
 * The refusal of a command, with the state that it is about: `vacancy-changed` where the vacancy is not at the revision
 * that the command expects, unless the body alone is already wrong; else the refusal of the rule, with the present
 * status and the verbs that it admits. Undefined where nothing refuses. Who may send the command but not read the vacancy, such as
 * the State on a vacancy of another holder, is told no state.
 */
export function refusalWithStand(
  decision: Decision<VacancyEvent>,
  command: VacancyCommand,
  { vacancy, revision, isSeen }: { readonly vacancy: Vacancy; readonly revision: number; readonly isSeen: boolean },
): Refusal | undefined {
  const refusal = isRefusal(decision) ? decision : undefined;
  const { act, expectedRevision } = command;
  const isStale = expectedRevision !== undefined && expectedRevision !== revision;
  if (isStale && !(refusal && isOfBodyAlone(refusal, command)))
    return isSeen ? refuseStale(vacancy, revision) : refuse('vacancy-changed');
  if (!refusal || OF_THE_BODY.includes(refusal.code)) return refusal;
  if (!isSeen) return refuse(refusal.code);
  const candidate = 'candidate' in act ? candidateOf(vacancy, act.candidate) : undefined;
  const stand = candidate ? standOfCandidate(vacancy, candidate) : standOfVacancy(vacancy);
  return refuse(refusal.code, { ...stand, ...refusal.params });
}

function refuseStale(vacancy: Vacancy, revision: number): Refusal {
  const candidates = vacancy.candidates.map(({ id, status, rank, reason }) => ({
    candidate: id,
    status,
    rank,
    reason,
  }));
  return refuse('vacancy-changed', { present: statusOf(vacancy), revision, candidates });
}

/** Two values of an orientation depend on the orientation before; a day is compared within the body only where it is a document's. */
function isOfBodyAlone({ code, params: { field, admitted } }: Refusal, { act }: VacancyCommand): boolean {
  if (code === 'day-in-future') return true;
  if (code === 'day-out-of-order') return String(field).startsWith('decisions.');
  if (code !== 'value-not-admitted') return false;
  return act.verb !== 'orientation' || (field !== 'motif' && admitted === undefined);
}
