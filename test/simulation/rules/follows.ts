import type { Candidate, Vacancy } from './fold';
import { leasesOf, type Lease } from './leases';
import { grouped, type Event, type History, type Rules } from './history';
import { LIVE } from './table';

const ENDINGS = ['renonciation', 'deces', 'non_renouvellement', 'sans_reponse', 'irrecevable'];

interface Followed {
  /** As the year left them: some are still open. */
  readonly left: ReadonlyMap<string, Vacancy>;
  readonly ended: ReadonlyMap<string, Vacancy>;
}

/** What follows by itself: each effect is there, and each that is there has its cause (process.md, « What follows by itself »). */
export function holdFollows(history: History, { left, ended }: Followed, rules: Rules): void {
  const housed = grouped(leasesOf(history), ({ household }) => household);
  for (const [id, vacancy] of left)
    for (const candidate of vacancy.all.filter(({ status }) => LIVE.includes(status)))
      holdLive(candidate, history.of(`vacancy-${id}`), { history, housed }, rules);
  for (const [id, vacancy] of ended)
    for (const event of history.of(`vacancy-${id}`)) {
      holdCause(event, { vacancy, history, housed }, rules);
      if (event.data.basis === 'refus_dalo') holdRefusalToPrefect(event, { vacancy, ended, history }, rules);
    }
  holdCancellations(history, ended, rules);
}

/** A candidate that is still live has neither a lease nor an application that ended. */
function holdLive(
  { household, id }: Candidate,
  events: readonly Event[],
  { history, housed }: Omit<Known, 'vacancy'>,
  rules: Rules,
): void {
  const designated = designationOf(events, id);
  const standing = housed.get(household)?.find(({ until }) => until === null);
  rules.holds('a housed household is withdrawn everywhere', !standing, () => household, standing?.from, designated);
  const application = history.of(`application-${household}`);
  const last = application.at(-1);
  const rule = 'an ended application is withdrawn everywhere';
  rules.holds(rule, last?.type !== 'ApplicationEnded', () => household, last, designated);
  const later = application.find(({ type, ordinal }) => type === 'ApplicationEnded' && ordinal > designated.ordinal);
  rules.holds(rule, !later, () => household, later, designated);
}

function designationOf(events: readonly Event[], candidate: string): Event {
  return events.find(
    ({ type, data }) => /^Candidate(?:Proposed|Designated)$/.test(type) && data.candidate === candidate,
  )!;
}

interface Known {
  readonly vacancy: Vacancy;
  readonly history: History;
  readonly housed: ReadonlyMap<string, readonly Lease[]>;
}

/** A withdrawal that nobody asked for has its cause before it in the history. */
function holdCause(event: Event, { vacancy, history, housed }: Known, rules: Rules): void {
  if (event.type !== 'CandidateWithdrawn' || event.data.by !== 'process') return;
  const { household } = vacancy.about(event)!;
  const motive = event.data.motive;
  const before = ({ ordinal }: { readonly ordinal: number }): boolean => ordinal < event.ordinal;
  if (motive === 'menage_loge') {
    const cause = housed.get(household)?.some(({ from }) => before(from));
    return rules.holds('a withdrawal follows from its lease', cause, () => household, event);
  }
  if (ENDINGS.includes(motive)) {
    const ended = history.of(`application-${household}`).filter(before);
    const cause = ended.some(({ type, data }) => type === 'ApplicationEnded' && data.motive === motive);
    return rules.holds('a withdrawal follows from its application', cause, () => household, event);
  }
  const steps: Readonly<Record<string, string>> = {
    logement_rendu: 'VacancyReturned',
    logement_retire: 'VacancyClosed',
    logement_attribue: 'VacancyLet',
    substitution: 'CandidateDesignated',
    refus_dalo: 'CandidateDesignated',
  };
  const inAppend = history.of(event.stream).filter(({ causation }) => causation === event.causation);
  const cause = inAppend.some(({ type }) => type === steps[motive]);
  rules.holds('a withdrawal follows from its step', cause, () => motive, event);
}

/** The State allocates under `refus_dalo` only where this landlord had refused the household to the prefect. */
function holdRefusalToPrefect(
  event: Event,
  {
    vacancy,
    ended,
    history,
  }: { readonly vacancy: Vacancy; readonly ended: Followed['ended']; readonly history: History },
  rules: Rules,
): void {
  const { landlord } = vacancy.declared.data;
  const refusals = [...ended]
    .filter(([, other]) => other.declared.data.landlord === landlord)
    .flatMap(([id, other]) => {
      const asked = other.all.filter(
        ({ household, basis }) => household === event.data.household && basis === 'dalo_prefet',
      );
      const held = history
        .of(`vacancy-${id}`)
        .filter(({ type, ordinal }) => /^Commission/.test(type) && ordinal < event.ordinal);
      return held.flatMap(({ data }) =>
        data.decisions.filter((one) => asked.some((who) => who.id === one.candidate && one.rank === null)),
      );
    });
  rules.holds('the State allocates whom a landlord refused', refusals.length > 0, () => event.data.household, event);
}

/** Each cancelled lease closes the vacancy that it let, once; and no other closes so. */
function holdCancellations(history: History, vacancies: ReadonlyMap<string, Vacancy>, rules: Rules): void {
  const cancelled = new Set(leasesOf(history).flatMap(({ allocation, until }) => (until ? [allocation] : [])));
  for (const [id, { lease }] of vacancies) {
    const events = history.of(`vacancy-${id}`);
    const closed = events.filter(({ type, data }) => type === 'VacancyClosed' && data.motive === 'bail_annule');
    const expected = lease && cancelled.has(lease.allocation) ? 1 : 0;
    rules.holds('a cancelled lease closes its vacancy once', closed.length === expected, () => id, ...events.slice(-2));
    const lets = events.filter(({ type }) => type === 'VacancyLet').length;
    rules.holds('a vacancy is let once', lets <= 1, () => id, ...events.slice(-2));
  }
}
