import { covers, type Actor } from '#access';
import { isRefusal, type Day, type Instant, type Refusal } from '#kernel';
import type { FragilityNote, PriorityListFacts } from '../events';
import { labelled, type Named } from './named';
import {
  FragilityReadings,
  type FragilityQuery,
  type FragilityReading,
  type FragilitySources,
  type ReadingHeader,
  type ToldList,
} from './reading';

export interface ListsQuery extends FragilityQuery {
  /** One landlord's alone. */
  readonly landlord?: string;
}

/** A residence as the list names it, with what it is called now. */
export interface ListedResidence extends Named {
  readonly commune: Named | null;
  /** On the list's day, as it was known when it was established. */
  readonly note: FragilityNote;
}

export interface PriorityList {
  readonly landlord: Named;
  readonly on: Day;
  readonly lastDay: Day;
  /** The newest of its landlord's on the day asked, and not over. */
  readonly inForce: boolean;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  readonly residences: readonly ListedResidence[];
}

export interface PriorityLists extends ReadingHeader {
  /** By landlord, then from the newest. */
  readonly lists: readonly PriorityList[];
}

/** The legal lists of priority residences established until a day, as of any instant. */
export class FragilityLists {
  private readonly readings: FragilityReadings;

  constructor(sources: FragilitySources) {
    this.readings = new FragilityReadings(sources);
  }

  /** A landlord sees its lists whole, a commune the part of each that is in it. Refused as `FragilityReadings.read`. */
  async report({ landlord, ...query }: ListsQuery, actor: Actor): Promise<PriorityLists | Refusal> {
    const reading = await this.readings.read(query, actor);
    if (isRefusal(reading)) return reading;
    const { on } = reading.header;
    const told = (await reading.lists()).filter(({ facts }) => facts.on <= on);
    const describe = await describer(reading);
    const lists = told
      .filter(({ facts }) => landlord === undefined || facts.landlord === landlord)
      .map((list) => ({ ...describe(list), inForce: list.facts === listInForce(on, list.facts.landlord, told) }));
    return { ...reading.header, lists: lists.flatMap((list) => seenPart(list, actor)) };
  }
}

/** The landlord's newest list on a day, unless it is over. */
export function listInForce(on: Day, landlord: string, told: readonly ToldList[]): PriorityListFacts | null {
  const newest = newestList(on, landlord, told);
  return newest && on <= newest.lastDay ? newest : null;
}

/** The landlord's newest list on a day, be it over. */
export function newestList(on: Day, landlord: string, told: readonly ToldList[]): PriorityListFacts | null {
  let newest: PriorityListFacts | null = null;
  for (const { facts } of told)
    if (facts.landlord === landlord && facts.on <= on && (!newest || facts.on > newest.on)) newest = facts;
  return newest;
}

async function describer({
  known,
  everyResidence,
}: FragilityReading): Promise<(list: ToldList) => Omit<PriorityList, 'inForce'>> {
  const [communes, landlords] = await Promise.all([known('communes'), known('landlords')]);
  return ({ facts, told }) => ({
    landlord: labelled(facts.landlord, landlords),
    on: facts.on,
    lastDay: facts.lastDay,
    recordedAt: told.recordedAt,
    actor: told.actor,
    role: told.role,
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
