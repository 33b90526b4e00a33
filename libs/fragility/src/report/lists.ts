import { covers, type Actor } from '#access';
import { isRefusal, type Day, type Instant, type Refusal } from '#kernel';
import type { FragilityNote, PriorityListFacts } from '../events';
import { labelled, type Named } from './named';
import {
  FragilityReadings,
  type EstablishedList,
  type FragilityQuery,
  type FragilityReading,
  type FragilitySources,
  type ReadingHeader,
} from './reading';

export interface ListsQuery extends FragilityQuery {
  /** Only the lists of this landlord. */
  readonly landlord?: string;
}

/** A residence of the list, with its present name. */
export interface ListedResidence extends Named {
  readonly commune: Named | null;
  /** The note on the day of the list, as known when the list was established. */
  readonly note: FragilityNote;
}

export interface PriorityList {
  readonly landlord: Named;
  readonly on: Day;
  readonly lastDay: Day;
  /** True for the newest list of its landlord on the day asked, unless that list is over. */
  readonly inForce: boolean;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  readonly residences: readonly ListedResidence[];
}

export interface PriorityLists extends ReadingHeader {
  /** By landlord, the newest first. */
  readonly lists: readonly PriorityList[];
}

/** The legal lists of priority residences established until a day, as of any instant. */
export class FragilityLists {
  private readonly readings: FragilityReadings;

  constructor(sources: FragilitySources) {
    this.readings = new FragilityReadings(sources);
  }

  /** A landlord sees its lists whole; a commune sees the residences of each list that are in it. Refused like `FragilityReadings.read`. */
  async report({ landlord, ...query }: ListsQuery, actor: Actor): Promise<PriorityLists | Refusal> {
    const reading = await this.readings.read(query, actor);
    if (isRefusal(reading)) return reading;
    const { on } = reading.header;
    const established = (await reading.lists()).filter(({ facts }) => facts.on <= on);
    const describe = await describer(reading);
    const lists = established
      .filter(({ facts }) => landlord === undefined || facts.landlord === landlord)
      .map((list) => ({
        ...describe(list),
        inForce: list.facts === listInForce(on, list.facts.landlord, established),
      }));
    return { ...reading.header, lists: lists.flatMap((list) => seenPart(list, actor)) };
  }
}

/** The landlord's newest list on a day, unless it is over. */
export function listInForce(
  on: Day,
  landlord: string,
  lists: Iterable<Pick<EstablishedList, 'facts'>>,
): PriorityListFacts | null {
  const newest = newestList(on, landlord, lists);
  return newest && on <= newest.lastDay ? newest : null;
}

/** The landlord's newest list on a day, even if that list is over. */
export function newestList(
  on: Day,
  landlord: string,
  lists: Iterable<Pick<EstablishedList, 'facts'>>,
): PriorityListFacts | null {
  let newest: PriorityListFacts | null = null;
  for (const { facts } of lists)
    if (facts.landlord === landlord && facts.on <= on && (!newest || facts.on > newest.on)) newest = facts;
  return newest;
}

async function describer({
  known,
  everyResidence,
}: FragilityReading): Promise<(list: EstablishedList) => Omit<PriorityList, 'inForce'>> {
  const [communes, landlords] = await Promise.all([known('communes'), known('landlords')]);
  return ({ facts, provenance: { recordedAt, actor, role } }) => ({
    landlord: labelled(facts.landlord, landlords),
    on: facts.on,
    lastDay: facts.lastDay,
    recordedAt,
    actor,
    role,
    residences: facts.residences.map(({ residence, note }) => {
      const described = everyResidence.get(residence);
      const commune = described ? labelled(described.commune, communes) : null;
      return { id: residence, label: described?.name ?? residence, commune, note };
    }),
  });
}

function seenPart(list: PriorityList, { scope }: Actor): readonly PriorityList[] {
  if (covers(scope, { landlord: list.landlord.id })) return [list];
  const residences = list.residences.filter(({ commune }) => commune && covers(scope, { commune: commune.id }));
  return residences.length > 0 ? [{ ...list, residences }] : [];
}
