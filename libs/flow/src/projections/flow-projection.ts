import { ALLOCATION_STREAMS, type ReservedFacts, type SignedFacts } from '#allocation';
import type { RecordedEvent } from '#event-store';
import { CodedError, evolveRecord, type RecordData } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import { VACANCY_STREAMS } from '#vacancy';
import { FLOW_SHARE_STREAMS, type FlowShareFacts } from '../events';
import { evolveFlowDwelling, FLOW_DWELLING_TYPES, type FlowDwelling } from '../figures/flow-dwelling';
import { givenBy, yearOf, type Given } from '../figures/proposals';
import {
  FLOW_MODEL,
  type DwellingDocument,
  type GivenDocument,
  type ReservedDocument,
  type ShareDocument,
  type Version,
  type VersionsDocument,
} from './model';

const SIGNED = 'AllocationSigned';

/** The shares of the flow, the dwellings that were given, and how the dwellings of live leases were reserved. */
export const flowProjection: Projection = {
  model: FLOW_MODEL,
  types: [...FLOW_SHARE_STREAMS.types, ...FLOW_DWELLING_TYPES, SIGNED],
  clearOnly: true,
  start: () => RUN,
};

/** Keeps nothing in memory: each event reads the documents of its subject and writes them whole. */
const RUN: ProjectionRun = {
  apply(event: RecordedEvent, batch: Batch): Promise<void> | void {
    if (FLOW_SHARE_STREAMS.has(event.type)) return applyToShare(event, batch);
    if (event.type === SIGNED) return keepReserved(event, batch);
    return applyToDwelling(event, batch);
  },
};

/** @throws CodedError `share-unknown` where a share is corrected before it was agreed */
async function applyToShare({ stream, position, data }: RecordedEvent, batch: Batch): Promise<void> {
  const id = FLOW_SHARE_STREAMS.idOf(stream);
  const before = await versionsBefore<FlowShareFacts>('shares', id, position, batch);
  const facts = evolveRecord(before.at(-1)?.facts, data as unknown as RecordData<FlowShareFacts>);
  if (!facts) throw new CodedError('share-unknown', `${stream} is corrected before it was agreed`, { stream });
  const { year, landlord } = facts;
  const versions = [...before, { from: position, facts }];
  batch.put<ShareDocument>({ collection: 'shares', id, position, body: { versions, year, landlord } });
}

/** Only a live lease says how its dwelling was reserved: most leases leave nothing here. */
function keepReserved({ stream, position, data }: RecordedEvent, batch: Batch): void {
  const { basis, forOneTurn, outsideFlow, delegatedTo } = data as unknown as SignedFacts;
  const reserved: ReservedFacts = {
    ...(basis !== undefined && { basis }),
    ...(forOneTurn !== undefined && { forOneTurn }),
    ...(outsideFlow !== undefined && { outsideFlow }),
    ...(delegatedTo !== undefined && { delegatedTo }),
  };
  if (Object.keys(reserved).length === 0) return;
  const id = ALLOCATION_STREAMS.idOf(stream);
  batch.put<ReservedDocument>({ collection: 'reserved', id, position, body: { reserved } });
}

async function applyToDwelling(event: RecordedEvent, batch: Batch): Promise<void> {
  const { stream, position } = event;
  const id = VACANCY_STREAMS.idOf(stream);
  const before = await versionsBefore<FlowDwelling>('dwellings', id, position, batch);
  const known = before.at(-1)?.facts;
  const facts = evolveFlowDwelling(known, VACANCY_STREAMS.read(event));
  if (!facts || facts === known) return;
  const versions = [...before, { from: position, facts }];
  const body = { versions, landlord: facts.landlord, ...yearsOf(versions) };
  batch.put<DwellingDocument>({ collection: 'dwellings', id, position, body });
  await moveGiven(facts.landlord, known ? givenBy(known) : null, givenBy(facts), position, batch);
}

/** Counts the dwelling where it is given now, and no longer where it was. */
async function moveGiven(
  landlord: string,
  from: Given | null,
  to: Given | null,
  position: RecordedEvent['position'],
  batch: Batch,
): Promise<void> {
  if (from?.holder === to?.holder && from?.year === to?.year) return;
  for (const year of new Set([from, to].flatMap((given) => given?.year ?? []))) {
    const id = givenId(year, landlord);
    const known = await batch.get<GivenDocument>('given', id);
    // A document that is already from this event or from a later one holds what the event says.
    if (known && known.position >= position) continue;
    const counts = new Map((known?.body.given ?? []).map(({ holder, count }) => [holder, count]));
    const add = (given: Given | null, count: number): void => {
      if (given?.year === year) counts.set(given.holder, (counts.get(given.holder) ?? 0) + count);
    };
    add(from, -1);
    add(to, 1);
    const given = [...counts].flatMap(([holder, count]) => (count === 0 ? [] : [{ holder, count }]));
    given.sort((a, b) => (a.holder < b.holder ? -1 : 1));
    batch.put<GivenDocument>({ collection: 'given', id, position, body: { given } });
  }
}

export function givenId(year: number, landlord: string): string {
  return `${year}|${landlord}`;
}

function yearsOf(versions: readonly Version<FlowDwelling>[]): Pick<DwellingDocument, 'firstYear' | 'lastYear'> {
  const years = versions.flatMap(({ facts }) => facts.held.map(({ on }) => yearOf(on)));
  return { firstYear: years.length === 0 ? 0 : Math.min(...years), lastYear: Math.max(0, ...years) };
}

/** After a crash the store may hold versions of events that are being applied again. */
async function versionsBefore<Facts>(
  collection: string,
  id: string,
  position: RecordedEvent['position'],
  batch: Batch,
): Promise<readonly Version<Facts>[]> {
  const known = await batch.get<VersionsDocument<Facts>>(collection, id);
  return (known?.body.versions ?? []).filter(({ from }) => from < position);
}
