import { eventsOfTypes, readWholeStream, type EventStore } from '#event-store';
import type { Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { vacancyAfter, type Candidate } from '../vacancy';

const DESIGNATIONS = ['CandidateDesignated', 'CandidateProposed'];

/**
 * Whether the commission of that landlord refused the household although the prefect had designated it (L441-2-3). It is asked only where
 * the State then allocates by itself, so it reads the history.
 */
export async function wasRefusedToPrefect(household: Uuid, landlord: string, store: EventStore): Promise<boolean> {
  const streams = new Set<string>();
  for await (const { data, stream } of eventsOfTypes(store, DESIGNATIONS))
    if (data['household'] === household && data['basis'] === 'dalo_prefet') streams.add(stream);
  for (const stream of streams) {
    const events = (await readWholeStream(store, stream)).map((event) => VACANCY_STREAMS.read(event));
    if (refusesTheirs(events, household, landlord)) return true;
  }
  return false;
}

function refusesTheirs(events: readonly VacancyEvent[], household: Uuid, landlord: string): boolean {
  const vacancy = vacancyAfter(events);
  return vacancy?.declared.landlord === landlord && vacancy.candidates.some((one) => isRefused(one, household));
}

function isRefused({ household, basis, status }: Candidate, asked: Uuid): boolean {
  const isTheirs = household === asked && basis === 'dalo_prefet';
  return isTheirs && (status === 'notAllocated' || status === 'inadmissible');
}
