import type { Entry, ImportEntry } from '../world/desk';
import type { Vacancy } from './fold';
import { grouped, type Event, type History, type Rules } from './history';
import { leasesOf, type Lease } from './leases';

interface Told {
  readonly history: History;
  readonly journal: readonly Entry[];
  readonly imports: readonly ImportEntry[];
  readonly vacancies: ReadonlyMap<string, Vacancy>;
}

const OF_ENDED = ['candidates', 'endorsement', 'offer', 'acceptance', 'lease'];
const OF_HOUSED = ['candidates', 'endorsement', 'offer'];

/**
 * A command sees all that was acknowledged before it: nobody is designated, offered to or signed once its lease or the end of its
 * application was answered. What only met it may come before or after it.
 */
export function holdWhatWasKnown(told: Told, rules: Rules): void {
  const acknowledged = acknowledgedLeases(told);
  const leases = grouped(leasesOf(told.history), ({ household }) => household);
  const cancellations = told.journal.filter(({ verb, done }) => done && verb === 'lease/cancellation');
  for (const entry of told.journal.filter(({ verb, done }) => done && OF_ENDED.includes(verb))) {
    const event = told.history.of(`vacancy-${entry.vacancy}`)[entry.answer.revision!];
    const candidate = told.vacancies.get(entry.vacancy!)!.candidates.get(candidateOf(entry, event));
    if (!event || !candidate) continue;
    holdApplication(entry, { household: candidate.household, event }, told, rules);
    if (!OF_HOUSED.includes(entry.verb)) continue;
    const known = (leases.get(candidate.household) ?? []).find((lease) => stood(lease, event, entry, acknowledged));
    const isCancelled = cancellations.some(
      ({ answer, sent }) => answer.allocation === known?.allocation && sent < entry.answered,
    );
    rules.holds(
      'no step of a housed household',
      !known || isCancelled,
      () => `${entry.verb}, key ${entry.key}`,
      known?.from,
      event,
    );
  }
}

function candidateOf({ verb, answer, candidate }: Entry, event: Event | undefined): string {
  return (verb === 'lease' ? event?.data.candidate : (answer.candidate ?? candidate)) ?? '';
}

/** When each lease was answered, by its id: signed here, or by the file that named its household. */
function acknowledgedLeases({ journal, imports, history }: Told): ReadonlyMap<string, number> {
  const answered = new Map<string, number>();
  for (const { verb, done, answer, answered: at } of journal)
    if (verb === 'lease' && done && answer.allocation) answered.set(answer.allocation, at);
  const files = [...imports].filter(({ status }) => status === 200).sort((a, b) => a.answered - b.answered);
  const signed = history.events.filter(
    ({ type, stream }) => type === 'AllocationSigned' && !answered.has(stream.slice('allocation-'.length)),
  );
  // Files are imported one after the other, so the newest of them may have signed any lease that nobody signed here.
  const last = files.at(-1)?.answered ?? 0;
  for (const { stream } of signed) answered.set(stream.slice('allocation-'.length), last);
  return answered;
}

/** Whether the lease stood when the event was written, and was answered before the request was sent. */
function stood(
  { allocation, from, until }: Lease,
  event: Event,
  { sent }: Entry,
  acknowledged: ReadonlyMap<string, number>,
): boolean {
  const isStanding = from.ordinal < event.ordinal && (until === null || until.ordinal > event.ordinal);
  return isStanding && (acknowledged.get(allocation) ?? Infinity) < sent;
}

function holdApplication(
  { verb, key, sent }: Entry,
  { household, event }: { readonly household: string; readonly event: Event },
  { history, journal }: Told,
  rules: Rules,
): void {
  const steps = history.of(`application-${household}`).filter(({ ordinal }) => ordinal < event.ordinal);
  const ended = steps.at(-1)?.type === 'ApplicationEnded' ? steps.at(-1) : undefined;
  const told = ended && journal.find(({ verb: of, answer }) => of === 'ending' && answer.position === ended.position);
  rules.holds(
    'no step of an ended application',
    !told || told.answered > sent,
    () => `${verb}, key ${key}`,
    ended,
    event,
  );
}
