import type { Entry, ImportEntry } from '../world/desk';
import { grouped, type Event, type History, type Rules } from './history';

/** From which event of the history to which a thing stood. */
interface Span {
  readonly from: Event;
  readonly until: Event | null;
}

/** A lease, as the events of its stream tell it. */
export interface Lease extends Span {
  readonly allocation: string;
  readonly household: string;
  readonly residence: string;
}

/** The times in which each lease stood, in the order of the history. */
export function leasesOf(history: History): readonly Lease[] {
  const leases: Lease[] = [];
  for (const [allocation, events] of history.category('allocation')) {
    const signed = events.find(({ type }) => type === 'AllocationSigned');
    if (!signed) continue;
    const { household, residence, cancelled } = signed.data;
    let from: Event | null = cancelled === true ? null : signed;
    for (const event of events) {
      const to = cancellationIn(event);
      if (to === true && from) {
        leases.push({ allocation, household, residence, from, until: event });
        from = null;
      } else if (to === false) from = event;
    }
    if (from) leases.push({ allocation, household, residence, from, until: null });
  }
  return leases;
}

/** Whether the event cancels the lease, or says that it was not cancelled after all. */
export function cancellationIn({ type, data }: Event): boolean | undefined {
  if (type === 'AllocationCancelled') return true;
  return data.changes?.cancelled?.to;
}

interface Told {
  readonly history: History;
  readonly journal: readonly Entry[];
  readonly imports: readonly ImportEntry[];
}

/** One lease a household at a time, one open vacancy a dwelling, one lease a number. */
export function holdUniqueness({ history, journal, imports }: Told, rules: Rules): void {
  holdHouseholds({ history, journal, imports }, rules);
  const dwellings = grouped(
    journal.filter(({ verb, done }) => verb === 'declaration' && done),
    ({ body }) => `${String(body['code_residence'])} ${String(body['reference_logement'])}`,
  );
  for (const [dwelling, declared] of dwellings) {
    const spans = declared.map(({ vacancy }) => openSpan(history.of(`vacancy-${vacancy}`)));
    holdApart('one open vacancy a dwelling', spans, dwelling, rules);
  }
  const numbers = new Map<string, string>();
  for (const { body, answer } of journal.filter(({ verb, done }) => verb === 'lease' && done)) {
    const number = body['numero_attribution'] as string;
    const { allocation } = answer;
    const known = numbers.get(number) ?? allocation!;
    numbers.set(number, known);
    rules.holds('one lease a number', known === allocation, () => number, ...history.of(`allocation-${allocation}`));
  }
}

/**
 * Nobody signs here for a household whose lease stands. A file is believed: it says what happened, also a second lease. What an import
 * recorded while the lease was being signed may stand beside it.
 */
function holdHouseholds({ history, journal, imports }: Told, rules: Rules): void {
  const signings = new Map(
    journal.filter(({ verb, done }) => verb === 'lease' && done).map((one) => [one.answer.allocation!, one]),
  );
  for (const [household, spans] of grouped(leasesOf(history), (lease) => lease.household)) {
    const inOrder = [...spans].sort((a, b) => a.from.ordinal - b.from.ordinal);
    for (const [index, { allocation, from }] of inOrder.entries()) {
      const signing = signings.get(allocation);
      if (signing?.officer.id !== from.actor) continue;
      const others = inOrder.slice(0, index).filter(({ until }) => until === null || until.ordinal > from.ordinal);
      const met = ({ allocation: other }: Lease): boolean =>
        !signings.has(other) &&
        imports.some(({ sent, answered }) => sent < signing.answered && answered > signing.sent);
      const other = others.find((one) => !met(one));
      rules.holds('one lease a household at a time', !other, () => household, other?.from, from);
    }
  }
}

/** From the declaration to the lease or the closing. */
function openSpan(events: readonly Event[]): Span {
  const until = events.find(({ type }) => type === 'VacancyLet' || type === 'VacancyClosed') ?? null;
  return { from: events[0]!, until };
}

function holdApart(rule: string, spans: readonly Span[], of: string, rules: Rules): void {
  const inOrder = [...spans].sort((a, b) => a.from.ordinal - b.from.ordinal);
  inOrder.forEach((span, index) => {
    const next = inOrder[index + 1];
    const isApart = !next || (span.until !== null && span.until.ordinal < next.from.ordinal);
    rules.holds(rule, isApart, () => of, span.from, next?.from);
  });
}
