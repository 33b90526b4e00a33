import type { Desk } from '../world/desk';
import type { ShownDuty, ShownVacancy } from '../year/shown';
import { holdDuties } from './duties';
import type { Vacancy } from './fold';
import { holdFollows } from './follows';
import { Rules, type History } from './history';
import { holdJournal } from './journal';
import { holdWhatWasKnown } from './known-before';
import { holdUniqueness } from './leases';
import { holdExits, holdShown } from './shown';
import { followVacancy, type Known } from './steps';

/** All that a year left to look at. */
interface Told {
  readonly desk: Pick<Desk, 'journal' | 'imports'>;
  readonly history: History;
  /** The vacancies as the year left them, and once all that was open was ended. */
  readonly left: readonly ShownVacancy[];
  readonly ended: readonly ShownVacancy[];
  readonly duties: readonly ShownDuty[];
}

/** Holds a history to every rule of process.md. @returns the vacancies as the history tells them @throws BrokenRule */
export function holdRules(told: Told, known: Known, rules: Rules): ReadonlyMap<string, Vacancy> {
  const { history, left, ended, duties } = told;
  const { journal, imports } = told.desk;
  const vacancies = new Map<string, Vacancy>();
  for (const [id, events] of history.category('vacancy'))
    if (events[0]!.type !== 'VacancyAbandoned') vacancies.set(id, followVacancy(events, rules, known));
  const asLeft = left.map(({ vacancy, revision }) => {
    const events = history.of(`vacancy-${vacancy}`).slice(0, revision + 1);
    return [vacancy, followVacancy(events, new Rules(), known)] as const;
  });
  holdUniqueness({ history, journal, imports }, rules);
  holdFollows(history, { left: new Map(asLeft), ended: vacancies }, rules);
  holdDuties({ history, vacancies, journal, shown: duties }, rules);
  holdJournal(history, journal, vacancies, rules);
  holdWhatWasKnown({ history, journal, imports, vacancies }, rules);
  holdShown(history, [...left, ...ended], known, rules);
  holdExits(rules);
  return vacancies;
}
