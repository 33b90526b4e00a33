import type { PipelineStores } from '#deciding';
import { readWholeStream, type RecordedEvent } from '#event-store';
import type { Uuid } from '#kernel';
import type { KeyRing } from '#people';
import { VACANCY_STREAMS } from '../events';
import { evolveSealedCandidate, type SealedCandidate } from '../sealed-candidate';
import { candidateOf, vacancyAfter, type Vacancy } from '../vacancy';

/** A vacancy as it is recorded, and what it seals. */
export interface OpenedVacancy {
  readonly vacancy: Vacancy;
  readonly events: readonly RecordedEvent[];
  /** The reference of the dwelling; undefined once the key of the vacancy is destroyed. */
  reference(): Promise<string | undefined>;
  /** Whether the dwelling is readable with the key of its lease's household only, or was of a household that was erased since. */
  isBound(): Promise<boolean>;
  /** What is sealed of a candidate's household; undefined once the household was erased. */
  sealedOf(candidate: Uuid): Promise<SealedCandidate | undefined>;
}

/** Undefined where the vacancy was never declared. */
export async function readVacancy(
  { store, vault }: Pick<PipelineStores, 'store' | 'vault'>,
  id: Uuid,
): Promise<OpenedVacancy | undefined> {
  const events = await readWholeStream(store, VACANCY_STREAMS.name(id));
  const vacancy = vacancyAfter(events.map((event) => VACANCY_STREAMS.read(event)));
  if (!vacancy) return undefined;
  const keysOf = async (owner: Uuid): Promise<KeyRing> => (await vault()).keysOf([owner]);
  return {
    vacancy,
    events,
    reference: async () => referenceIn(events, await keysOf(ownerOfDwelling(events, id))),
    isBound: async () => {
      if (!vacancy.lease) return false;
      if (boxOfDwelling(events)?.type === 'VacancyLet') return true;
      const { household } = candidateOf(vacancy, vacancy.lease.candidate)!;
      return !(await keysOf(household)).canOpen(household);
    },
    sealedOf: async (candidate) =>
      sealedOf(events, await keysOf(candidateOf(vacancy, candidate)!.household)).get(candidate),
  };
}

/** Whose key opens the reference of the dwelling: the vacancy's, and from its lease on the household's. */
function ownerOfDwelling(events: readonly RecordedEvent[], vacancy: Uuid): Uuid {
  return boxOfDwelling(events)?.people?.household ?? vacancy;
}

/** The reference of the dwelling, where these keys open it. */
export function referenceIn(events: readonly RecordedEvent[], keys: KeyRing): string | undefined {
  const { people, id } = boxOfDwelling(events) ?? {};
  return people && keys.open<{ readonly reference: string }>(people, id!)?.reference;
}

/** The declaration seals the reference, and the lease seals it again with the household's key. */
function boxOfDwelling(events: readonly RecordedEvent[]): RecordedEvent | undefined {
  return events.find(({ type, people }) => type === 'VacancyLet' && people) ?? events[0];
}

/** The sealed facts of each candidate that these keys open, after all their corrections. */
export function sealedOf(events: readonly RecordedEvent[], keys: KeyRing): ReadonlyMap<Uuid, SealedCandidate> {
  const sealed = new Map<Uuid, SealedCandidate>();
  for (const { type, people, id, data } of events) {
    if (type === 'VacancyLet') continue;
    const candidate = (data as { readonly candidate?: Uuid }).candidate;
    const box = people && candidate !== undefined ? keys.open(people, id) : undefined;
    if (box !== undefined) sealed.set(candidate!, evolveSealedCandidate(sealed.get(candidate!), box));
  }
  return sealed;
}
