import { addDays, refuse, type Day, type Decision, type Refusal } from '#kernel';
import { firstOf, isServedBy, refuseBefore, refuseFormerLandlord } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import { refuseVacancyVerb } from '../../transitions';
import { statusOf, type Vacancy } from '../../vacancy';
import { REORIENTATION_GROUNDS, type OutsideFlow, type ReorientationGround } from '../../words';

/** The landlord says which holder serves the vacancy. */
export interface OrientVacancy {
  readonly holder: string;
  readonly lastDay: Day | null;
  readonly forOneTurn: boolean;
  readonly outsideFlow: OutsideFlow | null;
  readonly delegatedTo: string | null;
  readonly ground: ReorientationGround | null;
}

/**
 * Refused: `value-not-admitted`, `day-out-of-order`, `not-in-this-status`, `residence-of-another-landlord`, `first-occupancy-in-stock`,
 * `turn-not-returned`, `holder-deadline-running`.
 */
export function orientVacancy(command: OrientVacancy, vacancy: Vacancy, at: Circumstances): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseFields(command, at),
    // A last day that is past would leave the holder no day at all.
    () => (command.lastDay === null ? undefined : refuseBefore('date_limite', command.lastDay, at.today)),
    () => refuseVacancyVerb(vacancy, 'orientation'),
    () => refuseAgainstRecorded(command, vacancy),
    () => refuseFormerLandlord(at),
    () => refuseOutOfStock(command, vacancy, at),
    () => refuseTurn(command, vacancy),
    () => refuseWhileHolderDecides(command, vacancy, at),
  );
  if (refusal) return refusal;
  const { holder, forOneTurn, outsideFlow, delegatedTo, ground } = command;
  const lastDay = command.lastDay ?? addDays(at.today, at.holderDelay);
  const type = vacancy.orientation ? 'VacancyReoriented' : 'VacancyOriented';
  return [{ type, data: { holder, on: at.today, lastDay, forOneTurn, outsideFlow, delegatedTo, ground } }];
}

/** What the body alone shows: an unknown holder, leases outside the flow that are not the landlord's own, a delegation that is not the EPCI's. */
function refuseFields(command: OrientVacancy, { holderOf, isCommune }: Circumstances): Refusal | undefined {
  const holder = holderOf(command.holder);
  if (!holder) return refuse('value-not-admitted', { field: 'code_reservataire', value: command.holder });
  if (command.outsideFlow !== null && holder.contingent !== 'bailleur')
    return refuse('value-not-admitted', { field: 'hors_flux', value: command.outsideFlow });
  const { delegatedTo } = command;
  if (delegatedTo !== null && (holder.contingent !== 'epci' || !isCommune(delegatedTo)))
    return refuse('value-not-admitted', { field: 'delegue_a', value: delegatedTo });
  return undefined;
}

/** A holder that is oriented to again needs a ground; a turn keeps the holder whose turn it was. */
function refuseAgainstRecorded(command: OrientVacancy, vacancy: Vacancy): Refusal | undefined {
  const before = vacancy.orientation;
  if (statusOf(vacancy) === 'oriented') {
    const refusal = refuseUnlisted('motif', command.ground ?? undefined, REORIENTATION_GROUNDS);
    if (refusal) return refusal;
  }
  if (command.forOneTurn && before && vacancy.standing === 'returned' && command.holder !== before.holder)
    return refuse('value-not-admitted', {
      field: 'code_reservataire',
      value: command.holder,
      admitted: [before.holder],
    });
  return undefined;
}

/** First lettings are shared out in stock by the first-occupancy commission (domain.md, section 2). */
function refuseOutOfStock({ holder }: OrientVacancy, vacancy: Vacancy, at: Circumstances): Refusal | undefined {
  const isOutside = vacancy.declared.firstLetting && at.stockHolder !== null && at.stockHolder !== holder;
  return isOutside ? refuse('first-occupancy-in-stock', { holder: at.stockHolder }) : undefined;
}

function refuseTurn({ forOneTurn }: OrientVacancy, { standing }: Vacancy): Refusal | undefined {
  return forOneTurn && standing !== 'returned' ? refuse('turn-not-returned') : undefined;
}

/** Only an error is repaired before the holder's last day; otherwise the dwelling stays with the holder until then. */
function refuseWhileHolderDecides(command: OrientVacancy, vacancy: Vacancy, at: Circumstances): Refusal | undefined {
  const { orientation, standing } = vacancy;
  if (!orientation || standing !== 'oriented' || command.holder === orientation.holder) return undefined;
  if (command.ground === 'erreur' || isServedBy(at.party, vacancy, at) || at.today > orientation.lastDay)
    return undefined;
  return refuse('holder-deadline-running', { lastDay: orientation.lastDay });
}
