import type { Entry } from '../world/desk';
import { grouped, type Event, type History, type Rules } from './history';
import { CONDITIONAL, FROM_CANDIDATE, FROM_VACANCY, REFUSALS, VERB_OF } from './table';
import type { Vacancy } from './fold';

/** Commands about a lease: what they write in the vacancy may come from a process, or not at all. */
const OF_LEASE = ['lease', 'lease/correction', 'lease/cancellation'];
const OF_VACANCY = new Set([...Object.values(VERB_OF), 'declaration', 'closing']);
const REFUSED = [400, 401, 403, 404, 409, 412, 422];

/** What was answered, beside what is recorded. */
export function holdJournal(
  history: History,
  journal: readonly Entry[],
  vacancies: ReadonlyMap<string, Vacancy>,
  rules: Rules,
): void {
  const byVacancy = grouped(
    journal.filter(({ vacancy, verb, done }) => done && vacancy !== null && OF_VACANCY.has(verb)),
    ({ vacancy }) => vacancy!,
  );
  for (const [vacancy, entries] of byVacancy) {
    const told = { events: history.of(`vacancy-${vacancy}`), vacancy: vacancies.get(vacancy)! };
    holdAcknowledged(told, entries, rules);
    holdLeases(told, entries, rules);
  }
  for (const [vacancy, events] of history.category('vacancy')) {
    const byPeople = events
      .filter(({ role, type }) => role !== 'system' && !['VacancyLet', 'VacancyAbandoned'].includes(type))
      .filter(isLastOfAppend(events));
    const told = new Set((byVacancy.get(vacancy) ?? []).map(({ answer }) => answer.revision));
    for (const event of byPeople)
      rules.holds(
        'no step without an acknowledged command',
        told.has(event.revision) || isOfLease(event),
        () => vacancy,
        event,
      );
  }
  for (const entry of journal) holdAnswer(entry, rules);
  for (const [key, entries] of grouped(journal, ({ key }) => key)) holdKey(key, entries, rules);
}

interface Told {
  readonly events: readonly Event[];
  readonly vacancy: Vacancy;
}

/** The closing that a cancelled lease writes is told by the cancellation. */
function isOfLease({ type, data }: Event): boolean {
  return type === 'VacancyClosed' && data.motive === 'bail_annule';
}

function isLastOfAppend(events: readonly Event[]) {
  return ({ revision, causation, recordedAt }: Event): boolean => {
    const next = events[revision + 1];
    return !next || next.causation !== causation || next.recordedAt !== recordedAt;
  };
}

/** Each acknowledged command stands in the history at the revision of its answer, once, with the status that was answered. */
function holdAcknowledged({ events, vacancy }: Told, entries: readonly Entry[], rules: Rules): void {
  const revisions = new Map<number, Entry>();
  for (const entry of entries.filter(({ status, verb }) => status === 201 && !OF_LEASE.includes(verb))) {
    const { verb, officer, answer } = entry;
    const event = events[answer.revision!];
    const what = (): string => `${verb} at revision ${answer.revision} of vacancy ${entry.vacancy}, key ${entry.key}`;
    rules.holds('an acknowledged command is recorded', event && isOfVerb(event, verb), what, event);
    rules.holds('an acknowledged command is recorded', event!.actor === officer.id, what, event);
    const other = revisions.get(answer.revision!);
    rules.holds('every effect exactly once', !other, () => `${what()} and ${other?.verb}, key ${other?.key}`, event);
    revisions.set(answer.revision!, entry);
    const { status } = vacancy.after[answer.revision!]!;
    rules.holds(
      'the answer tells the status',
      status === answer.status,
      () => `${what()}: ${answer.status}, not ${status}`,
      event,
    );
  }
}

function isOfVerb({ type }: Event, verb: string): boolean {
  if (verb === 'declaration') return type === 'VacancyDeclared';
  if (verb === 'closing') return type === 'VacancyClosed';
  return VERB_OF[type] === verb || (verb === 'endorsement' && type === 'CandidateDesignated');
}

/** A lease that was signed here is of a household that had accepted at some moment between its request and its answer. */
function holdLeases({ events, vacancy }: Told, entries: readonly Entry[], rules: Rules): void {
  for (const { sent, key, answer } of entries.filter(({ verb, status }) => verb === 'lease' && status === 201)) {
    const { lease } = vacancy;
    const letting = events.find(({ type }) => type === 'VacancyLet');
    if (lease?.allocation !== answer.allocation || letting?.role === 'system') continue;
    const before = entries.filter((one) => one.answered < sent).map((one) => one.answer.revision!);
    const first = Math.max(0, ...before);
    const hadAccepted = vacancy.after
      .slice(first, letting!.revision)
      .some(({ accepted }) => accepted === lease!.candidate);
    rules.holds('a lease is of who has accepted', hadAccepted, () => `key ${key}`, letting);
  }
}

function holdAnswer({ status, code, verb, answer, vacancy, key, candidate }: Entry, rules: Rules): void {
  const what = (): string => `${verb} of vacancy ${vacancy} answered ${status} ${code} (${answer.present}), key ${key}`;
  if (status < 300) return;
  rules.holds('a refusal has its status and its code', REFUSED.includes(status) && code, what);
  if (status !== 409) return;
  rules.holds('a refusal has a code of the table', REFUSALS.includes(code!), what);
  if (verb === 'declaration' || !answer.present || !answer.admitted) return;
  const table = candidate === null ? FROM_VACANCY : FROM_CANDIDATE;
  const admits = (one: string): boolean => (table[one] ?? []).includes(answer.present!);
  rules.holds('what is admitted is in the table', answer.admitted.every(admits), what);
  const isOver = candidate !== null && answer.admitted.length === 0;
  const certain = Object.keys(table).filter(
    (one) => admits(one) && !CONDITIONAL.includes(one) && one !== 'candidates by the State',
  );
  rules.holds('what the table admits is told', isOver || certain.every((one) => answer.admitted!.includes(one)), what);
  const isInTable = admits(verb) && !CONDITIONAL.includes(verb) && !isOver;
  rules.holds('no verb is refused where the table admits it', code !== 'not-in-this-status' || !isInTable, what);
}

/** The same command under its key answers the same and writes nothing; another under it is refused. */
function holdKey(key: string, entries: readonly Entry[], rules: Rules): void {
  const [first, ...others] = [...entries].sort((a, b) => a.sent - b.sent);
  for (const { body, status, code, answer, verb } of others.filter(({ isRepeat }) => isRepeat)) {
    const isSame = JSON.stringify(body) === JSON.stringify(first!.body);
    const what = (): string => `${verb} again under key ${key} answered ${status} ${code}`;
    if (!isSame) rules.holds('a key is of one command', code === 'idempotency-key-reused' || status >= 400, what);
    else {
      const { vacancy, candidate, revision } = first!.answer;
      const isAsBefore = answer.vacancy === vacancy && answer.candidate === candidate && answer.revision === revision;
      rules.holds('the same command answers the same', status === 200 && isAsBefore, what);
    }
  }
}
