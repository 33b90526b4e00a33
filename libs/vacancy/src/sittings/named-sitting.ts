import { isRefusal, refuse, type Decision, type Uuid } from '#kernel';
import type { Circumstances } from '../circumstances';
import type { VacancyEvent } from '../events';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import type { SittingStreams } from '../recording/kept-streams';
import type { SittingFacts } from './sitting';

type Act = VacancyAct | CandidateAct;
type Commission = Extract<Act, { readonly verb: 'commission' | 'commission/correction' }>;

/** These refusals come before that of the sitting. */
const FIRST = ['value-not-admitted', 'day-in-future', 'not-in-this-status'];

/** The sitting that a commission names; undefined where it names none, or one that was not opened. */
export async function sittingNamed(act: Act, sittings: SittingStreams): Promise<SittingFacts | undefined> {
  const named = sittingOf(act);
  return named === null ? undefined : (await sittings.of(named)).state;
}

/** The decision of a commission that names a sitting. Refused: `value-not-admitted` where it is none of the landlord's, or of another day. */
export function heldAtSitting(
  decision: Decision<VacancyEvent>,
  act: Act,
  { sitting, at }: { readonly sitting: SittingFacts | undefined; readonly at: Pick<Circumstances, 'residence'> },
): Decision<VacancyEvent> {
  const named = sittingOf(act);
  if (named === null || (isRefusal(decision) && FIRST.includes(decision.code))) return decision;
  const { landlord, otherLandlords } = at.residence;
  const isTheirs = sitting !== undefined && [landlord, ...otherLandlords].includes(sitting.landlord);
  if (!isTheirs) return refuse('value-not-admitted', { field: 'seance', value: named });
  const { on } = (act as Commission).given;
  if (on === sitting.on) return decision;
  return refuse('value-not-admitted', { field: 'date_caleol', value: on, admitted: [sitting.on] });
}

function sittingOf(act: Act): Uuid | null {
  return act.verb === 'commission' || act.verb === 'commission/correction' ? act.given.sitting : null;
}
