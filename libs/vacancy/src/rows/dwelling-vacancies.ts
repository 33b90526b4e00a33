import type { PipelineStores } from '#deciding';
import { readWholeStream, type RecordedEvent } from '#event-store';
import type { Uuid } from '#kernel';
import { VACANCY_STREAMS } from '../events';
import { CLAIM_STREAMS } from '../recording/claims';
import type { DwellingReference } from '../recording/vacancy-command';
import { vacancyAfter, type Vacancy } from '../vacancy';

/** A vacancy of the dwelling that a row names. */
export interface KnownVacancy {
  readonly id: Uuid;
  readonly vacancy: Vacancy;
  readonly events: readonly RecordedEvent[];
}

/** The vacancies that a dwelling has had, the newest first. Each of them claimed it, so the claims name them all. */
export async function vacanciesOf(
  { residence, reference }: DwellingReference,
  { store, vault }: Pick<PipelineStores, 'store' | 'vault'>,
): Promise<readonly KnownVacancy[]> {
  const dwelling = await (await vault()).find('dwelling', `${residence}\n${reference}`);
  if (dwelling === undefined) return [];
  const claims = await readWholeStream(store, CLAIM_STREAMS.name(`dwelling-${dwelling}`));
  const ids = new Set(claims.map((event) => CLAIM_STREAMS.read(event).data.by).reverse());
  const found: KnownVacancy[] = [];
  for (const id of ids) {
    const events = await readWholeStream(store, VACANCY_STREAMS.name(id));
    const vacancy = vacancyAfter(events.map((event) => VACANCY_STREAMS.read(event)));
    if (vacancy) found.push({ id, vacancy, events });
  }
  return found;
}

/** The digest of the last row that wrote an event of these types; undefined where no row of a file did. */
export function lastRowDigest(
  events: readonly RecordedEvent[],
  types: readonly string[],
  isAbout: (event: RecordedEvent) => boolean = () => true,
): string | undefined {
  const last = events.findLast(
    (event) => event.metadata.rowDigest !== undefined && types.includes(event.type) && isAbout(event),
  );
  return last?.metadata.rowDigest;
}
