import { OPEN } from '#compliance';
import type { Position } from '#event-store';
import type { ReservationHolderFacts } from '#territory';
import { mayWait, tasksOf } from '../tasks/tasks-of';
import { statusOf } from '../vacancy';
import { STATE_BASES } from '../words';
import { NO_END, STATE, type ListedCandidate, type VacancyRow } from './model';
import { firstListedDay, landlordDays, type OwnedPlace } from './places';
import { dueOf, type TrackedVacancy } from './tracked-vacancy';

/** What the projection knows of the places of a vacancy. */
export interface RowPlaces {
  readonly residence: OwnedPlace;
  readonly holder: ReservationHolderFacts | undefined;
  /** When the vacancy was declared. */
  readonly declaredAt: string;
}

/** The rows of a vacancy from the event at the position on: one for each landlord that the residence has or will have. */
export function rowsOf(
  tracked: TrackedVacancy,
  { residence, holder, declaredAt }: RowPlaces,
  from: Position,
): readonly VacancyRow[] {
  const { vacancy, vacancyId, revision, recordedAt } = tracked;
  const { declared, orientation, candidates } = vacancy;
  const tasks = tasksOf(tracked);
  const row = {
    vacancy: vacancyId,
    from,
    to: OPEN,
    status: statusOf(vacancy),
    revision,
    recordedAt,
    residence: declared.residence,
    commune: residence.facts.commune,
    districts: declared.districts,
    note: declared.note,
    holder: orientation?.holder ?? null,
    contingent: holder?.contingent ?? null,
    designating: designatingOf(tracked, holder),
    forOneTurn: orientation?.forOneTurn ? 1 : 0,
    state: candidates.some(({ basis }) => STATE_BASES.includes(basis)) ? STATE : null,
    availableOn: declared.availableOn,
    due: dueOf(vacancy) ?? NO_END,
    dwellingType: declared.dwellingType,
    financing: declared.financing,
    surface: declared.surface,
    firstLetting: declared.firstLetting ? 1 : 0,
    waits: mayWait(tracked, tasks) ? 1 : 0,
    tasks,
    said: tracked.said,
    candidates: candidates.map(({ id, household, status, basis, holder: own }): ListedCandidate => {
      return { candidate: id, household, status, basis, holder: own };
    }),
  } as const;
  return landlordDays(residence, firstListedDay(declaredAt)).map((days) => ({ ...row, ...days }));
}

export function rowId({ vacancy, from, since }: Pick<VacancyRow, 'vacancy' | 'from' | 'since'>): string {
  return `${vacancy}@${from}@${since}`;
}

/** The commune that sees the vacancy as a holder does (process.md, « Who designates »). */
function designatingOf({ vacancy }: TrackedVacancy, holder: ReservationHolderFacts | undefined): string | null {
  const { orientation } = vacancy;
  if (!orientation) return null;
  return orientation.delegatedTo ?? (holder?.contingent === 'commune' ? holder.commune : null);
}
