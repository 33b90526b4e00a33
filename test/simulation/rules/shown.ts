import type { ShownVacancy } from '../year/shown';
import { Rules as UncountedRules, type History, type Rules } from './history';
import { followVacancy, type Known } from './steps';
import { FROM_CANDIDATE, FROM_VACANCY, LIVE, OPEN } from './table';

/** What the API shows of each vacancy is what its events say, at the revision that it names. */
export function holdShown(history: History, shown: readonly ShownVacancy[], known: Known, rules: Rules): void {
  for (const { vacancy, revision, status, candidates } of shown) {
    const events = history.of(`vacancy-${vacancy}`).slice(0, revision + 1);
    const told = followVacancy(events, new UncountedRules(), known);
    rules.holds(
      'the status follows from the candidates',
      told.status === status,
      () => `${vacancy}: ${status}, not ${told.status}`,
      events.at(-1),
    );
    const seen = candidates.map((one) => `${one.candidate} ${one.status} ${one.rank} ${one.reason}`);
    const expected = told.all.map((one) => `${one.id} ${one.status} ${one.rank} ${one.reason}`);
    rules.holds(
      'candidates are shown as they are',
      seen.join() === expected.join(),
      () => `${seen.join()} not ${expected.join()}`,
      events.at(-1),
    );
  }
}

/** No status without an exit, in the table itself; that the exits open is shown by ending what the year left open. */
export function holdExits(rules: Rules): void {
  const exits = (table: Readonly<Record<string, readonly string[]>>, status: string): readonly string[] =>
    Object.keys(table).filter((verb) => table[verb]!.includes(status));
  for (const status of OPEN)
    rules.holds('no status without an exit', exits(FROM_VACANCY, status).length > 0, () => status);
  for (const status of LIVE)
    rules.holds('no status without an exit', exits(FROM_CANDIDATE, status).includes('withdrawal'), () => status);
}
